# Classes that act as numbers: vectors, fractions, polynomials, with all their operators.
import math


class Vec:
    def __init__(self, *c):
        self.c = c

    def __add__(self, o):
        return Vec(*[a + b for a, b in zip(self.c, o.c)])

    def __sub__(self, o):
        return self + -o

    def __neg__(self):
        return self * -1

    def __mul__(self, o):
        if isinstance(o, Vec):
            return sum(a * b for a, b in zip(self.c, o.c))
        return Vec(*[a * o for a in self.c])

    __rmul__ = __mul__

    def __truediv__(self, k):
        return Vec(*[a / k for a in self.c])

    def __abs__(self):
        return math.sqrt(self * self)

    def __bool__(self):
        return any(self.c)

    def __eq__(self, o):
        return isinstance(o, Vec) and self.c == o.c

    def __hash__(self):
        return hash(self.c)

    def __matmul__(self, o):
        return Vec(self.c[1] * o.c[2] - self.c[2] * o.c[1], self.c[2] * o.c[0] - self.c[0] * o.c[2],
                   self.c[0] * o.c[1] - self.c[1] * o.c[0])

    def __iter__(self):
        return iter(self.c)

    def __repr__(self):
        return 'Vec' + repr(self.c)


a, b = Vec(1, 2, 2), Vec(3, 0, -1)
print(a + b, a - b, -a, a * b, a * 2, 2 * a, a / 2, abs(a), bool(Vec(0, 0)), a == Vec(1, 2, 2), a != b, a @ b, list(a))
print({a: 'x'}[Vec(1, 2, 2)], sum([a, b], Vec(0, 0, 0)), max([a, b], key=abs))


class Frac:
    def __init__(self, n, d=1):
        g = math.gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    def _pair(self, o):
        return (o.n, o.d) if isinstance(o, Frac) else (o, 1) if isinstance(o, int) else None

    def __add__(self, o):
        p = self._pair(o)
        return NotImplemented if p is None else Frac(self.n * p[1] + p[0] * self.d, self.d * p[1])

    __radd__ = __add__

    def __mul__(self, o):
        p = self._pair(o)
        return NotImplemented if p is None else Frac(self.n * p[0], self.d * p[1])

    __rmul__ = __mul__

    def __rsub__(self, o):
        return Frac(o) + self * -1

    def __rtruediv__(self, o):
        return Frac(o * self.d, self.n)

    def __pow__(self, k):
        return Frac(self.n ** k, self.d ** k) if k >= 0 else 1 / self ** -k

    def __lt__(self, o):
        p = self._pair(o)
        return self.n * p[1] < p[0] * self.d

    def __eq__(self, o):
        return (self.n, self.d) == self._pair(o)

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return int(self.n / self.d)

    def __round__(self, k=0):
        return round(self.n / self.d, k)

    def __str__(self):
        return '%d/%d' % (self.n, self.d) if self.d != 1 else str(self.n)

    __repr__ = __str__


h, t = Frac(1, 2), Frac(2, -6)
print(h, t, h + t, h + 1, 1 + h, h * t, 3 * h, 1 - h, 1 / h, h ** 3, h ** -2, h < 1, t < h, h == Frac(2, 4), h == 1)
print(float(h), int(Frac(7, 2)), round(Frac(22, 7), 3), sum([h, h, t]), sorted([h, t, Frac(0)]), [h], '%s and %.2f' % (h, h))
for bad in (lambda: h + 1.5, lambda: 'a' + h, lambda: h - 1, lambda: h % 2, lambda: h @ h):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class Poly:
    def __init__(self, *c):
        self.c = c

    def __call__(self, x):
        r = 0
        for k in self.c:
            r = r * x + k
        return r

    def __str__(self):
        n = len(self.c) - 1
        terms = ['%s%s' % (k, '' if i == n else 'x' if n - i == 1 else 'x^%d' % (n - i)) for i, k in enumerate(self.c) if k]
        return ' + '.join(terms) or '0'

    def derivative(self):
        n = len(self.c) - 1
        return Poly(*[k * (n - i) for i, k in enumerate(self.c[:-1])])


p = Poly(2, 0, -1, 5)
print(p, p(2), p.derivative(), p.derivative()(1), [p(x) for x in range(-1, 2)], Poly(0))
