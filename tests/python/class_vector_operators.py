"""Vectors with all operators, also reflected and in place, hashing, ordering, formats."""
import math


class Vector(object):
    def __init__(self, *parts):
        self.parts = tuple(parts)

    def __iter__(self):
        return iter(self.parts)

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, i):
        return Vector(*self.parts[i]) if isinstance(i, slice) else self.parts[i]

    def __getattr__(self, name):
        if len(name) == 1 and name in 'xyzt'[:len(self.parts)]:
            return self.parts['xyzt'.index(name)]
        raise AttributeError('%s has no %r' % (type(self).__name__, name))

    def __add__(self, other):
        try:
            return Vector(*(a + b for a, b in zip(self, other)))
        except TypeError:
            return NotImplemented

    __radd__ = __add__

    def __iadd__(self, other):
        print('in place')
        self.parts = (self + other).parts
        return self

    def __mul__(self, other):
        if isinstance(other, Vector):
            return sum(a * b for a, b in zip(self, other))
        return Vector(*(a * other for a in self))

    def __rmul__(self, other):
        return self * other

    def __neg__(self):
        return Vector(*(-a for a in self))

    def __abs__(self):
        return math.sqrt(self * self)

    def __bool__(self):
        return any(self)

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __hash__(self):
        return hash(self.parts)

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __format__(self, spec):
        return '(' + ', '.join(format(a, spec) for a in self) + ')'

    def __repr__(self):
        return 'Vector%r' % (self.parts,)


v, w = Vector(1, 2), Vector(3, -4)
print(v + w, v * w, 3 * v, v * 0.5, -w, abs(w), bool(Vector(0, 0)), v[0], w[::-1])
print((1, 1) + v, v + [10, 20], v == (1, 2), v != w, len({v, w, Vector(1, 2)}))
u = v
u += w
print(u is v, v, '{:.2f} {:>4}'.format(v, w), '%s' % v)
print(sorted([Vector(3, 4), Vector(1, 1), Vector(-2, 0)]), max(v, w), v.x, w.y)
x, y = w
print(x, y, [*v, *w], dict(zip('ab', v)))
for wrong in (lambda: v + 1, lambda: v.z, lambda: v < 3, lambda: Vector(1, 2, 3).q):
    try:
        print(wrong())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
