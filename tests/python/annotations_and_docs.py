# Annotations, docstrings, function attributes, code attributes: what programs read of themselves.
"""Not the docstring: the comment above is none, but this is the first statement."""
from typing import List, Dict, Optional, Union, Any, Callable, Tuple

x: int = 5
y: 'List[str]'
z: Dict[str, Any] = {}
print(__doc__, x, z)
try:
    y
except NameError as e:
    print(e)


def f(a: int, b: str = 'b', *args: float, c: Optional[int] = None, **kw: Any) -> Tuple[int, str]:
    """Adds nothing.

    Second paragraph."""
    n: int = a
    m: list
    return n, b


print(f(1), f.__doc__, f.__name__, f.__defaults__, f.__kwdefaults__)


class P:
    """Class doc."""
    name: str
    age: int = 3

    def method(self, v: 'P') -> 'P':
        "method doc"
        return v

    def nodoc(self):
        x = 'not a doc'
        return x


p = P()
print(P.__doc__, P.age, hasattr(P, 'name'), p.method(p) is p, P.method.__doc__, P.nodoc.__doc__, p.__doc__)
f.calls = 0
f.calls += 1
f.tags = ['a']
print(f.calls, f.tags, f.__dict__, hasattr(f, 'other'), f.__module__, f.__qualname__, P.method.__qualname__)


def outer():
    def inner(q, r=1, *s, t, **u):
        "inner doc"
        v = 1
    return inner


i = outer()
c = i.__code__
print(i.__name__, i.__qualname__, i.__doc__, c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_varnames)
print((lambda: 0).__name__, (lambda: 0).__qualname__, outer.__code__.co_varnames, f.__code__.co_argcount)
f.__name__ = 'renamed'
f.__doc__ = 'new doc'
print(f.__name__, f.__doc__, f.__qualname__)
f.__defaults__ = ('changed',)
print(f(7))
P.method.extra = 1
print(P.method.extra, p.method.extra)
try:
    p.method.more = 2
except AttributeError as e:
    print(e)
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
print(callable(f), type(f).__name__, f == f, f is not outer, hash(f) == hash(f), bool(f))
box = []
box2: List[int] = [1]
(paren): int = 4
box2[0]: int = 9
p.attr: str = 's'
print(box2, paren, p.attr)
