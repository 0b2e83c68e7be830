# dataclasses: defaults, factories, order, frozen, inheritance, post-init, helpers, errors.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
from typing import List, NamedTuple


@dataclass
class Layer:
    units: int
    activation: str = 'relu'
    tags: List[str] = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)


a, b = Layer(3), Layer(3, 'relu', [])
print(a, a == b, a is b, Layer(3, hidden=5) == a, a != Layer(4), a.tags is b.tags)
a.tags.append('x')
a.units += 1
print(a, b, asdict(a), astuple(a), replace(a, units=9), [f.name for f in fields(Layer)])
for bad in (lambda: Layer(), lambda: Layer(1, 2, 3, 4, 5), lambda: Layer(1, units=2), lambda: Layer(1, size=2), lambda: {a: 1}):
    try:
        bad()
    except TypeError as e:
        print(e)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self):
        return '%d.%d' % (self.major, self.minor)


v = Version(1, 4)
print(v, repr(v), sorted([Version(2), v, Version(1)]), {v: 'ok'}[Version(1, 4)], max(v, Version(1, 15)), v < Version(1, 4))
try:
    v.major = 2
except FrozenInstanceError as e:
    print(type(e).__name__, e)
try:
    a < b
except TypeError as e:
    print(e)


@dataclass
class Conv(Layer):
    size: int = 3
    area: int = field(init=False)

    def __post_init__(self):
        self.area = self.size ** 2


c = Conv(8, size=5)
print(c, c.area, isinstance(c, Layer), c == Layer(8))
try:
    @dataclass
    class Bad:
        x: int = 1
        y: str
except TypeError as e:
    print(e)
try:
    @dataclass
    class Mutable:
        x: list = []
except ValueError as e:
    print(type(e).__name__)


@dataclass
class Net:
    name: str
    layers: List[Layer]


print(asdict(Net('n', [Layer(1), Conv(2)])), Net('m', []))


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


p = Point(3)
print(p, p.y, p.norm(), p == (3, 0), Point(1, 2)[1], p._replace(y=5), Point._fields, isinstance(p, tuple))
q = NamedTuple('Pair', [('a', int), ('b', str)])
print(q(1, 'x'), q.__name__)
try:
    Point()
except TypeError as e:
    print(e)
