# Vectors, polynomials and matrices as classes: numbers inside, operators outside.
import math


class Vector:
    __slots__ = ('items',)

    def __init__(self, *items):
        self.items = tuple(items)

    def __repr__(self):
        return 'Vector(%s)' % ', '.join(map(repr, self.items))

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return Vector(*self.items[i]) if isinstance(i, slice) else self.items[i]

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Vector(*(-a for a in self))

    def __mul__(self, k):
        return Vector(*(a * k for a in self)) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, k):
        return self * (1 / k)

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other))

    def __abs__(self):
        return math.sqrt(self @ self)

    def __bool__(self):
        return any(self)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.items == other.items

    def __hash__(self):
        return hash(self.items)

    def __format__(self, spec):
        return '<%s>' % ' '.join(format(a, spec) for a in self)


class Polynomial:
    def __init__(self, *coefficients):
        while len(coefficients) > 1 and coefficients[-1] == 0:
            coefficients = coefficients[:-1]
        self.c = coefficients

    def __call__(self, x):
        total = 0
        for a in reversed(self.c):
            total = total * x + a
        return total

    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        pad = lambda c: list(c) + [0] * (n - len(c))
        return Polynomial(*map(lambda a, b: a + b, pad(self.c), pad(other.c)))

    def __mul__(self, other):
        out = [0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for k, b in enumerate(other.c):
                out[i + k] += a * b
        return Polynomial(*out)

    def __divmod__(self, other):
        rest, quotient = list(self.c), []
        while len(rest) >= len(other.c):
            factor = rest[-1] / other.c[-1]
            quotient.append(factor)
            for i in range(len(other.c)):
                rest[len(rest) - len(other.c) + i] -= factor * other.c[i]
            rest.pop()
        return Polynomial(*reversed(quotient)), Polynomial(*(rest or [0]))

    def derivative(self):
        return Polynomial(*([i * a for i, a in enumerate(self.c)][1:] or [0]))

    def __str__(self):
        terms = []
        for i, a in reversed(list(enumerate(self.c))):
            if a:
                sign = ('-' if a < 0 else '') if not terms else (' - ' if a < 0 else ' + ')
                number = '' if abs(a) == 1 and i else '%g' % abs(a)
                terms.append(sign + number + ('x^%d' % i if i > 1 else 'x' if i else ''))
        return ''.join(terms) or '0'


class Matrix(list):
    def __matmul__(self, other):
        return Matrix([sum(a * b for a, b in zip(row, column)) for column in zip(*other)] for row in self)

    def __pow__(self, n):
        result = Matrix([int(i == k) for k in range(len(self))] for i in range(len(self)))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    @property
    def T(self):
        return Matrix(map(list, zip(*self)))

    def det(self):
        if len(self) == 1:
            return self[0][0]
        return sum((-1) ** k * self[0][k] * Matrix(row[:k] + row[k + 1:] for row in self[1:]).det() for k in range(len(self)))


v, w = Vector(1, 2, 3), Vector(4.0, -5, 6)
print(v, v + w, v - w, -v, v * 2, 0.5 * v, v / 4, v @ w, abs(Vector(3, 4)), bool(Vector(0, 0)), v[1], v[1:], len(v), list(v), v == Vector(1, 2, 3), v in {Vector(1, 2, 3)})
print(f'{v:.2f} {w:5}', '%s' % v, sum([v, w], Vector(0, 0, 0)), sorted([w, v], key=abs), max(v), 2 in v)
try:
    v * 'a'
except TypeError as e:
    print(e)
p, q = Polynomial(-6, 11, -6, 1), Polynomial(-1, 1)
print(p, '|', q, '|', p + q, '|', p * q, '|', p(1), p(2), p(0.5), '|', p.derivative(), '|', *divmod(p, q), '|', Polynomial(0), Polynomial(0, -1, 0, 2.5))
fibonacci = Matrix([[1, 1], [1, 0]])
print(fibonacci ** 10, (fibonacci ** 300)[0][1], Matrix([[2, 0, 1], [1, 3, 2], [0, 1, 4]]).det(), Matrix([[1, 2, 3], [4, 5, 6]]).T, Matrix([[1, 2]]) @ Matrix([[3], [4]]))
