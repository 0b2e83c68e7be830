"""namedtuple as records: defaults, replacing, subclasses."""
from collections import namedtuple
import collections

Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
print(p, p.x, p[1], len(p), p == (1, 2), p._asdict(), p._replace(x=9), Point._fields)
x, y = p
print(x + y, Point._make([5, 6]), Point(*[3, 4]), hash(p) == hash((1, 2)), max(Point(1, 5), Point(2, 0)))
Config = namedtuple('Config', 'rate layers name', defaults=[3, 'net'])
print(Config(0.1), Config(0.2, name='x'), Config._field_defaults)


class Vector(namedtuple('Vector', 'a b')):
    __slots__ = ()

    @property
    def length(self):
        return (self.a ** 2 + self.b ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.a + other.a, self.b + other.b)


v = Vector(3, 4)
print(v, v.length, v + v, isinstance(v, tuple), v._replace(a=0).length)
try:
    p.x = 5
except AttributeError as e:
    print(e)
try:
    Point(1)
except TypeError as e:
    print(str(e).replace('Point.', ''))
try:
    namedtuple('Bad', 'class def')
except ValueError as e:
    print(e)
print(namedtuple('R', 'a b a def', rename=True)._fields, Point.__name__, Point.__doc__)
for row in sorted([Point(2, 1), Point(1, 9), Point(1, 2)]):
    print('{0.x}-{0.y} {1}'.format(row, row.y), end=' ')
print()
print(collections.namedtuple('E', '')(), [q._asdict()['y'] for q in map(Point._make, [(1, 2), (3, 4)])])
