# __annotations__ of functions and classes, as programs read them.
from typing import List, Dict, Optional


def f(a: int, b: 'str' = 'x', *args: float, c: List[int] = None, **kw: dict) -> Optional[int]:
    return a


def g(x):
    pass


print({k: v for k, v in f.__annotations__.items() if k not in ('c', 'return')}, list(f.__annotations__), f(1))
print(g.__annotations__, (lambda: 0).__annotations__)


class A:
    a: int
    b: str = 'x'
    c = 5
    d: 'A' = None
    hook: print = len

    def m(self) -> 'A':
        return self


class B(A):
    e: A


class C:
    pass


print(A.__annotations__, list(B.__annotations__), A.m.__annotations__, hasattr(A, 'a'), A.b, C.__annotations__, B.b)
g.__annotations__['x'] = int
print(g.__annotations__)


def typed(fn):
    def wrapper(*args):
        for (name, kind), value in zip(fn.__annotations__.items(), args):
            if not isinstance(value, kind):
                raise TypeError('%s must be %s' % (name, kind.__name__))
        return fn(*args)
    return wrapper


@typed
def area(w: int, h: (int, float)):
    return w * h


print(area(2, 3), area(2, 1.5))
try:
    area('2', 3)
except TypeError as e:
    print(e)


class Auto:
    def __init__(self, **kw):
        for name, kind in type(self).__annotations__.items():
            setattr(self, name, kind(kw.get(name, getattr(type(self), name, 0))))


class Config(Auto):
    steps: int
    rate: float = '0.5'
    name: str = 'run'


c = Config(steps='10')
print(vars(c), Config(rate=1).rate)
