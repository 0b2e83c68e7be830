"""Records that cannot change: __slots__, namedtuple with methods, frozen by hand, replace, hashing."""
from collections import namedtuple


class Point(namedtuple('Point', 'x y')):
    __slots__ = ()

    def __add__(self, other):
        return Point(self.x + other[0], self.y + other[1])

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


class Frozen(object):
    __slots__ = ('a', 'b')

    def __init__(self, a, b=None):
        object.__setattr__(self, 'a', a)
        object.__setattr__(self, 'b', b)

    def __setattr__(self, name, value):
        raise TypeError('%s is frozen' % type(self).__name__)

    __delattr__ = lambda self, name: self.__setattr__(name, None)

    def replace(self, **changes):
        return type(self)(**dict({n: getattr(self, n) for n in self.__slots__}, **changes))

    def _key(self):
        return tuple(getattr(self, n) for n in self.__slots__)

    def __eq__(self, other):
        return type(self) is type(other) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return 'Frozen%r' % (self._key(),)


p = Point(3, 4)
print(p, p.norm, p + (1, 1), p._replace(x=0), p == (3, 4), p[0], tuple(p), isinstance(p, tuple), Point._fields, p._asdict()['y'])
x, y = p
print(x, y, {p: 'here'}[(3, 4)], sorted([Point(2, 1), Point(1, 9)]), Point(*'ab'), Point(y=1, x=2), len(p), max(p))
f = Frozen(1, [2])
g = f.replace(b=(2,))
print(f, g, g == Frozen(1, (2,)), f == g, len({g, Frozen(1, (2,))}), f.b.append(3), f)
for wrong in (lambda: setattr(p, 'x', 1), lambda: setattr(f, 'a', 1), lambda: delattr(f, 'a'), lambda: hash(f), lambda: Point(1), lambda: Frozen(),
              lambda: g.replace(c=1), lambda: p._replace(z=1)):
    try:
        wrong()
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, '' if 'can\'t set' in str(e) or 'has no setter' in str(e) else e)
