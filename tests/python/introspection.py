def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    def f(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
print(repr(A.f)[:17], A().f.__name__, repr(A.s)[:17], A.c.__func__.__name__)
print(repr(A().f)[:40], repr(A.c)[:50])
def fn(): "doc"
print(repr(fn)[:14], fn.__doc__, fn.__module__, fn.__dict__, fn.__closure__ if False else '')
print(repr(print), repr(len), repr([].append)[:30], repr(list.append), repr(str.join))
print(type(fn), type(A.f), type(A().f), type(A), type([].append), type(len))
print(isinstance(3, (int, str)), isinstance(True, int), issubclass(bool, int), isinstance(A, type), isinstance(A(), object))
show(lambda: isinstance(1, 1))
print(getattr(A, 'nope', 'default'), hasattr(A, 'f'))
setattr(A, 'new', 5); print(A.new, A().new); delattr(A, 'new'); print(hasattr(A, 'new'))
show(lambda: delattr(A, 'new'))
show(lambda: A().nope)
show(lambda: A.nope)
show(lambda: setattr(3, 'x', 1))
show(lambda: A(1))
show(lambda: object(1))
show(lambda: type('X', (int, str), {}))
show(lambda: type('X', (A, A), {}))
class B(A): pass
print(B.__base__ if False else '', B.__bases__, A.__subclasses__ if False else '')
print(B.__mro__, B.__name__, B.__qualname__, B.__module__, B.__doc__)
print(super(B, B()).f.__name__, super(B, B).f.__name__)
show(lambda: super(B, 3))
show(lambda: super().x)
B.__name__ = 'Renamed'; print(B)
x = A()
x.__class__
print(x.__class__, x.__dict__, x.__module__, x.__doc__)
print(A.__eq__(A, A), (1).__class__, None.__class__, type(NotImplemented), type(...))
print(object.__repr__(5)[:10] if False else '', object().__eq__(1), object.__ne__(1, 1))
e = ValueError('a', 2)
print(e.args, str(e), repr(e), e.__class__.__name__, ValueError.__name__, ValueError.__module__)
class E(Exception):
    def __init__(self, msg, code): super().__init__(msg); self.code = code
print(repr(E('m', 3)), str(E('m', 3)), E('m', 3).args, E('m', 3).code)
print(repr(KeyError('x')), str(KeyError('x')), str(KeyError()), str(KeyError(1, 2)))
print(repr(OSError(2, 'No such file', 'name')) , str(OSError(2, 'No such file', 'name')), OSError(2, 'x').errno)
print(issubclass(FileNotFoundError, OSError), IOError is OSError, ModuleNotFoundError.__mro__[1].__name__)
try: raise E('x', 1)
except (KeyError, E) as z: print(z.code, z.__traceback__ is not None, z.__context__)
def chain():
    try: raise KeyError(1)
    except KeyError as k: raise ValueError(2) from k
try: chain()
except ValueError as v: print(repr(v.__cause__), v.__suppress_context__, repr(v.__context__))
print(ValueError('x') == ValueError('x'), len({ValueError, KeyError}))
g = (i for i in range(2)); print(repr(g)[:26], type(g))
def gf():
    yield
print(gf.__name__, repr(gf())[:22])
print(sorted([3, 1, 2], key=lambda v: -v), sorted('bca', reverse=True), max([1, 5, 3], key=lambda v: v % 5))
print(locals() is not None, 'fn' in globals(), sorted(k for k in dir(A()) if not k.startswith('__')))
lst = [1, 2]; lst2 = lst; lst += (3,); print(lst2, lst is lst2)
print(id(lst) == id(lst2), id(A) == id(A), hash(A) == hash(A), A() == A(), A() is A())
print(f'{1!r} {"a"!r} {"b"!s:>3} {1.5:.2f} {{}} {[1, 2]} {lst[0] + 1}', f'{lst=}' if False else '')
print(min(3, 1, 2), abs(-3), divmod(7, 2), pow(2, 5), round(2.567, 2), sum([1, 2], 10), chr(97), ord('a'), hex(255), bin(5), oct(8))
print(list(zip([1, 2], 'ab')), list(enumerate('ab', 1)), list(map(str, [1])), any([0, 1]), all([]), list(reversed([1, 2])))
print(int('12'), float('1.5'), str(3), bool(''), list('ab'), tuple([1]), set([1]), dict(a=1), bytes(2), frozenset([1]))
print(1 == 1.0, True == 1, 'a' < 'b', [1, 2] < [1, 3], (1,) == (1,), {1: 2} == {1: 2}, {1} <= {1, 2})
print(7 // 2, -7 // 2, 7 % -3, 2 ** -1, 1e3, 1 / 3, 10 ** 10, -5 % 3, 5.5 // 2, 0.1 + 0.2)
