# A fraction class as every course writes it: operators, reflected ones, comparison, hash, text.
from math import gcd


class Fraction:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError('the denominator is zero')
        shared = gcd(top, bottom) * (1 if bottom > 0 else -1)
        self.top, self.bottom = top // shared, bottom // shared

    def __str__(self):
        return str(self.top) if self.bottom == 1 else '%d/%d' % (self.top, self.bottom)

    def __repr__(self):
        return 'Fraction(%d, %d)' % (self.top, self.bottom)

    @staticmethod
    def of(value):
        return value if isinstance(value, Fraction) else Fraction(value) if isinstance(value, int) else None

    def __add__(self, other):
        other = Fraction.of(other)
        return NotImplemented if other is None else Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __sub__(self, other):
        return self + -Fraction.of(other)

    def __rsub__(self, other):
        return Fraction.of(other) - self

    def __mul__(self, other):
        other = Fraction.of(other)
        return NotImplemented if other is None else Fraction(self.top * other.top, self.bottom * other.bottom)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = Fraction.of(other)
        return self * Fraction(other.bottom, other.top)

    def __rtruediv__(self, other):
        return Fraction.of(other) / self

    def __pow__(self, n):
        return Fraction(self.top ** n, self.bottom ** n) if n >= 0 else Fraction(self.bottom ** -n, self.top ** -n)

    def __eq__(self, other):
        other = Fraction.of(other)
        return NotImplemented if other is None else (self.top, self.bottom) == (other.top, other.bottom)

    def __lt__(self, other):
        other = Fraction.of(other)
        return NotImplemented if other is None else self.top * other.bottom < other.top * self.bottom

    def __le__(self, other):
        return self < other or self == other

    def __gt__(self, other):
        return not self <= other

    def __hash__(self):
        return hash(self.top) if self.bottom == 1 else hash((self.top, self.bottom))

    def __float__(self):
        return self.top / self.bottom

    def __int__(self):
        return int(float(self))

    def __bool__(self):
        return self.top != 0

    def __abs__(self):
        return Fraction(abs(self.top), self.bottom)

    def __round__(self, digits=None):
        return round(float(self), digits)

    def __index__(self):
        if self.bottom != 1:
            raise TypeError('not a whole number: %s' % self)
        return self.top

    def __format__(self, spec):
        return format(float(self), spec) if spec.endswith('f') else format(str(self), spec)


half, third = Fraction(1, 2), Fraction(1, 3)
print(half, [half, third], half + third, half - third, half * third, half / third, half ** 3, half ** -2, -half, abs(-third))
print(1 + half, half + 1, 2 - third, third - 2, 3 * half, half * 4, 1 / third, half / 2, sum([half, third, Fraction(1, 6)]))
print(half == Fraction(2, 4), half != third, half < third, third < half, half > third, half <= half, half == 0.5, Fraction(4, 2) == 2, 2 == Fraction(4, 2))
print(float(third), int(Fraction(7, 2)), bool(Fraction(0, 5)), round(third, 2), [10, 20, 30][Fraction(4, 2)], list(range(Fraction(6, 2))), hash(Fraction(6, 2)) == hash(3), len({half, Fraction(2, 4), third}))
print('%s %r %.3f' % (third, third, third), '{:>6}|{:.2f}|{!r}'.format(half, half, half), f'{third:.5f} {third:<8}|', max(half, third), sorted([half, third, Fraction(3, 4), 1, 0]))
for bad in (lambda: Fraction(1, 0), lambda: half + 'a', lambda: 'a' + half, lambda: half < 'a', lambda: [1][half], lambda: half + 0.5, lambda: half / 0, lambda: half % 2, lambda: Fraction(0) ** -1):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ':', e)
x = half
x += third
x *= 6
x -= 1
x /= 3
print(x, half)
harmonic = Fraction(0)
for n in range(1, 11):
    harmonic += Fraction(1, n)
print(harmonic, '%.6f' % harmonic)


def egyptian(f):
    parts = []
    while f.top:
        n = -(-f.bottom // f.top)
        parts.append(Fraction(1, n))
        f = f - Fraction(1, n)
    return parts


print(egyptian(Fraction(4, 13)), sum(egyptian(Fraction(4, 13))) == Fraction(4, 13))
