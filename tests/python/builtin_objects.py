# isinstance, getattr, type, callable, hash, id, vars, dir, globals.
class A:
    x = 1
    def __init__(self):
        self.y = 2
    def method(self):
        return 3
class B(A):
    pass
a, b = A(), B()
print(isinstance(b, A), isinstance(a, B), isinstance(1, (str, int)), isinstance(True, int), isinstance(1.0, int), isinstance('a', str), isinstance([], (tuple, (list, dict))), isinstance(None, type(None)), isinstance(A, type), isinstance(a, object))
print(issubclass(B, A), issubclass(A, B), issubclass(bool, int), issubclass(B, (int, A)), issubclass(KeyError, LookupError), issubclass(A, A))
print(hasattr(a, 'x'), hasattr(a, 'z'), getattr(a, 'y'), getattr(a, 'z', 'default'), hasattr([], 'append'), hasattr(1, 'foo'), getattr('abc', 'upper')())
setattr(a, 'z', 5); print(a.z, vars(a), a.__dict__); delattr(a, 'z'); print(hasattr(a, 'z'))
print(callable(print), callable(A), callable(a.method), callable(a), callable(1), callable(lambda: 0))
print(type(1), type('a'), type(None), type([]), type(a), type(A), type(type), type(1.5).__name__, type(print).__name__, type(len), type(lambda: 0).__name__, type(range(1)), type(...), type(NotImplemented))
print(hash(1), hash(True), hash(2**31), hash(-2), hash('a') == hash('a'), hash((1, 'x')) == hash((1, 'x')), id(a) == id(a), id(a) == id(b), a is a, hash(a) == hash(a))
print([n for n in dir(a) if not n.startswith('_')], [n for n in dir(B) if not n.startswith('_')], 'append' in dir([]), 'upper' in dir(str))
def f(p, q=2):
    r = p + q
    return sorted(locals().items())
print(f(1), 'A' in globals(), globals()['a'] is a, '__name__' in globals())
print(repr(1), repr('a'), ascii('é'), format(3.14159, '.2f'), len('abc'), len([1]), len({}), bool(A), __name__, NotImplemented, Ellipsis, ..., __debug__)
def show(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__ + ':', e)
show(lambda: isinstance(1, 1))
show(lambda: isinstance(1, (int, 1)))
show(lambda: isinstance('a', (int, 1)))
show(lambda: issubclass(1, int))
show(lambda: issubclass(int, 1))
show(lambda: getattr(1, 'x'))
show(lambda: getattr(a, 'nope'))
show(lambda: getattr(a, 2))
show(lambda: hasattr(a, 2))
show(lambda: setattr(1, 'x', 2))
show(lambda: delattr(a, 'nope'))
show(lambda: vars(1))
show(lambda: len(1))
show(lambda: len())
show(lambda: len(1, 2))
show(lambda: isinstance(1))
show(lambda: callable())
show(lambda: abs())
show(lambda: type())
show(lambda: type(1, 2))
show(lambda: int.foo)
show(lambda: hash({}))
show(lambda: undefined_name)
show(lambda: min())
show(lambda: bool(1, 2))
show(lambda: object(1))
