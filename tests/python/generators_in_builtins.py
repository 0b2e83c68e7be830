# Built-in functions that call the program's code.
def gen(n):
    for i in range(n):
        yield i
print(list(gen(3)), tuple(gen(3)), set(gen(3)), dict((i, i * i) for i in gen(3)), sum(gen(4)), max(gen(4)), sorted(gen(3), key=lambda x: -x), ','.join(str(x) for x in gen(3)), list(enumerate(gen(2))), list(zip(gen(2), gen(3))), any(gen(2)), all(gen(2)))
def bad():
    yield 1
    raise ValueError('inside')
for f in (list, tuple, set, sum, max, sorted, dict.fromkeys, ''.join, any, lambda it: [].extend(it), lambda it: list(map(str, it)), lambda it: list(zip(it, [1, 2, 3])), lambda it: 5 in it, lambda it: dict(a=1).update(it)):
    try:
        print(f(bad()))
    except Exception as e:
        print(type(e).__name__, e)
calls = []
class K:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        calls.append('hash %s' % self.v)
        return hash(self.v)
    def __eq__(self, other):
        calls.append('eq %s %s' % (self.v, other.v))
        return self.v == other.v
d = {K(1): 'a'}
d[K(1)] = 'b'
print(len(d), K(1) in d, calls)
class Bool:
    def __bool__(self):
        print('bool called')
        return False
print(not Bool(), [x for x in filter(None, [Bool(), 1])], any([Bool()]), Bool() or 'other')
class Len:
    def __len__(self):
        return 0
    def __str__(self):
        return 'len object'
print(bool(Len()), len(Len()), str(Len()), '%s' % Len(), f'{Len()}')
class BadLen:
    def __len__(self):
        return -1
class BadRepr:
    def __repr__(self):
        return 5
for f in (lambda: len(BadLen()), lambda: repr(BadRepr()), lambda: [BadRepr()].__repr__()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Key:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        raise RuntimeError('no order')
try:
    sorted([Key(1), Key(2)])
except RuntimeError as e:
    print(e)
