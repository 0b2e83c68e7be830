"""Solving linear equations with fractions kept as pairs, and with floats."""


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


class Fraction(object):
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError('Fraction(%d, 0)' % n)
        g = gcd(n, d) or 1
        if d < 0:
            g = -abs(g)
        else:
            g = abs(g)
        self.n, self.d = n // g, d // g

    def __add__(self, other):
        return Fraction(self.n * other.d + other.n * self.d, self.d * other.d)

    def __sub__(self, other):
        return self + Fraction(-other.n, other.d)

    def __mul__(self, other):
        return Fraction(self.n * other.n, self.d * other.d)

    def __truediv__(self, other):
        return Fraction(self.n * other.d, self.d * other.n)

    def __bool__(self):
        return self.n != 0

    def __repr__(self):
        return str(self.n) if self.d == 1 else '%d/%d' % (self.n, self.d)


def solve(rows, verbose=False):
    rows = [list(row) for row in rows]
    n = len(rows)
    for i in range(n):
        pivot = next((k for k in range(i, n) if rows[k][i]), None)
        if pivot is None:
            raise ArithmeticError('singular at column %d' % i)
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for k in range(n):
            if k != i:
                factor = rows[k][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
        if verbose:
            print(rows)
    return [row[-1] for row in rows]


system = [[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]
print(solve([[Fraction(v) for v in row] for row in system], verbose=True))
print([round(x, 9) for x in solve(system)])
print(solve([[Fraction(1), Fraction(1, 2), Fraction(1)], [Fraction(1, 3), Fraction(1), Fraction(0)]]))
try:
    solve([[Fraction(1), Fraction(2), Fraction(3)], [Fraction(2), Fraction(4), Fraction(6)]])
except ArithmeticError as e:
    print(e)
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)
