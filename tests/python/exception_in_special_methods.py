# Special methods that raise: who sees the error, and what stays intact.
class Bomb:
    def __init__(self, **which):
        self.__dict__['which'] = which

    def _maybe(self, name, default):
        if name in self.which:
            raise self.which[name]
        return default

    def __str__(self):
        return self._maybe('str', 'bomb')

    def __repr__(self):
        return self._maybe('repr', 'Bomb()')

    def __len__(self):
        return self._maybe('len', 0)

    def __bool__(self):
        return self._maybe('bool', True)

    def __hash__(self):
        return self._maybe('hash', 1)

    def __eq__(self, o):
        return self._maybe('eq', self is o)

    def __lt__(self, o):
        return self._maybe('lt', False)

    def __iter__(self):
        return self._maybe('iter', iter([1, 2]))

    def __getitem__(self, k):
        return self._maybe('getitem', k)

    def __setitem__(self, k, v):
        self._maybe('setitem', None)

    def __contains__(self, x):
        return self._maybe('contains', True)

    def __add__(self, o):
        return self._maybe('add', 'added')

    def __iadd__(self, o):
        return self._maybe('iadd', self)

    def __call__(self):
        return self._maybe('call', 'called')

    def __getattr__(self, name):
        return self._maybe('getattr', name)

    def __setattr__(self, name, v):
        self._maybe('setattr', None)

    def __enter__(self):
        return self._maybe('enter', self)

    def __exit__(self, *a):
        return self._maybe('exit', False)

    def __format__(self, spec):
        return self._maybe('format', 'formatted')

    def __index__(self):
        return self._maybe('index', 1)

    def __float__(self):
        return self._maybe('float', 1.5)

    def __neg__(self):
        return self._maybe('neg', 'neg')


def with_block(b):
    with b:
        return 'inside'


def set_attr(b):
    b.x = 1


def set_item(b):
    b[0] = 1


def iadd(b):
    b += 1
    return 'same'


uses = [('str', str), ('str', print), ('repr', lambda b: '%r' % b), ('repr', lambda b: [b].__repr__()), ('len', len), ('bool', bool),
        ('bool', lambda b: 'yes' if b else 'no'), ('hash', hash), ('hash', lambda b: {b: 1}), ('hash', lambda b: b in {}), ('eq', lambda b: b == 1),
        ('eq', lambda b: 1 == b), ('eq', lambda b: b in [1, 2]), ('eq', lambda b: [1].index(b)), ('lt', lambda b: sorted([b, b])), ('lt', lambda b: max([b, b])),
        ('iter', list), ('iter', lambda b: [*b]), ('iter', lambda b: sum(b)), ('getitem', lambda b: b['k']), ('contains', lambda b: 1 in b), ('add', lambda b: b + 1),
        ('iadd', iadd), ('call', lambda b: b()), ('getattr', lambda b: b.anything), ('getattr', lambda b: hasattr(b, 'z')), ('getattr', lambda b: getattr(b, 'z', 'default')),
        ('setattr', set_attr), ('setitem', set_item), ('enter', with_block), ('exit', with_block), ('format', lambda b: f'{b}'), ('format', lambda b: '{}'.format(b)),
        ('index', lambda b: [1, 2][b]), ('index', lambda b: range(b)), ('float', float), ('neg', lambda b: -b), ('bool', lambda b: not b), ('bool', lambda b: b and 1),
        ('bool', lambda b: list(filter(None, [b]))), ('bool', lambda b: any([b])), ('str', lambda b: 'x' + str(b))]
for i, (name, use) in enumerate(uses):
    results = []
    for which in ({}, {name: KeyError(name)}, {name: AttributeError(name)}):
        try:
            r = use(Bomb(**which))
            results.append('fine' if isinstance(r, (list, dict, Bomb)) or r is None else repr(r))
        except Exception as e:
            results.append('%s(%s)' % (type(e).__name__, e))
    print(i, name, *results)
