"""Kinds of objects."""
import types


def f():
    yield 1


class C:
    def m(self):
        pass


print(isinstance(f, types.FunctionType), isinstance(f(), types.GeneratorType), isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType))
print(type(lambda: 0) is types.FunctionType, isinstance(C, type), isinstance(C.m, types.FunctionType), types.FunctionType.__name__)
n = types.SimpleNamespace(a=1, b='x')
n.c = [1]
print(n, n.a, n == types.SimpleNamespace(a=1, b='x', c=[1]), vars(n))
c = C()
c.extra = types.MethodType(lambda self, x: (type(self).__name__, x), c)
print(c.extra(5), callable(c.m), type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
Made = type('Made', (C,), {'x': 1, 'double': lambda self: self.x * 2})
print(Made().double(), Made.__mro__[1] is C, Made.__name__, isinstance(Made(), C))
