"""Sharing variables by name: get, reuse, initializers, regularizers, errors in words."""


class VariableError(ValueError):
    pass


class Store(object):
    def __init__(self):
        self._vars, self._stack = {}, [('', False)]
        self.collections = {}

    class _Scope(object):
        def __init__(self, store, name, reuse):
            self.store, self.name, self.reuse = store, name, reuse

        def __enter__(self):
            prefix, inherited = self.store._stack[-1]
            name = prefix + '/' + self.name if prefix else self.name
            self.store._stack.append((name, self.reuse or inherited))
            return self

        def __exit__(self, *error):
            self.store._stack.pop()

        def reuse_variables(self):
            name, _ = self.store._stack[-1]
            self.store._stack[-1] = (name, True)

    def scope(self, name, reuse=False):
        return self._Scope(self, name, reuse)

    def get(self, name, shape=None, initializer=lambda shape: [0.0] * shape, collections=()):
        prefix, reuse = self._stack[-1]
        full = '/'.join(filter(None, (prefix, name)))
        if reuse:
            if full not in self._vars:
                raise VariableError('Variable %s does not exist' % full)
            if shape is not None and len(self._vars[full]) != shape:
                raise VariableError('shape %d and found shape %d' % (shape, len(self._vars[full])))
            return self._vars[full]
        if full in self._vars:
            raise VariableError('Variable %s already exists' % full)
        self._vars[full] = initializer(shape)
        for c in ('all',) + tuple(collections):
            self.collections.setdefault(c, []).append(full)
        return self._vars[full]


store = Store()


def layer(x):
    w = store.get('w', len(x), initializer=lambda n: list(range(n)), collections=['weights'])
    b = store.get('b', 1)
    return sum(a * c for a, c in zip(x, w)) + b[0]


with store.scope('net') as net:
    print(layer([1, 2, 3]))
    store._vars['net/b'][0] = 0.5
    net.reuse_variables()
    print(layer([1, 1, 1]))
    with store.scope('deeper'):
        try:
            store.get('w', 1)
        except VariableError as e:
            print(e)
with store.scope('net', reuse=True):
    print(layer([0, 0, 10]))
    for size in (2, 4):
        try:
            layer([1] * size)
        except ValueError as e:
            print(type(e).__name__, e)
with store.scope('net'):
    try:
        layer([1])
    except VariableError as e:
        print(e)
print(sorted(store._vars), store.collections, store._stack)
