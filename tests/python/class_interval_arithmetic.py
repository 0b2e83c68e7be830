"""Intervals with arithmetic, containment, union into sets, and empty ones."""


class Interval(object):
    def __init__(self, low, high=None):
        self.low, self.high = low, low if high is None else high

    def __bool__(self):
        return self.low <= self.high

    def __contains__(self, x):
        return self.low <= x <= self.high if not isinstance(x, Interval) else self.low <= x.low and x.high <= self.high

    def __add__(self, other):
        other = other if isinstance(other, Interval) else Interval(other)
        return Interval(self.low + other.low, self.high + other.high)

    __radd__ = __add__

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __sub__(self, other):
        return self + (-other)

    def __mul__(self, other):
        other = other if isinstance(other, Interval) else Interval(other)
        products = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(products), max(products))

    def __and__(self, other):
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def __eq__(self, other):
        return (not self and not other) or (self.low, self.high) == (other.low, other.high)

    def __lt__(self, other):
        return self.high < other.low

    def __repr__(self):
        return '[%g, %g]' % (self.low, self.high) if self else '[]'


a, b = Interval(1, 3), Interval(-2, 2)
print(a + b, a - b, a * b, -a, 10 + a, a + 0.5, a & b, a & Interval(9, 10), sum([a, b]))
print(2 in a, 3.5 in a, Interval(1.5, 2) in a, b in a, a < Interval(4, 5), a < b, sorted([Interval(5, 6), a, Interval(-9, -8)]))
print(bool(a & Interval(4)), Interval(3, 1) == Interval(9, 8), a != b, a * a - a, Interval(0) * 5)
for wrong in (lambda: a > 5, lambda: a * 'x' if False else a / 2, lambda: {a: 1}):
    try:
        print(wrong())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
