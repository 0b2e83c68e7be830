# Fractions: exact arithmetic with ints, beside floats; text; rounding; limits.
from fractions import Fraction
import copy
import math
import numbers

a, b = Fraction(3, 4), Fraction(-5, 6)
print(a, b, [a, b], a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -3, b ** 2, (-b) ** 0)
print(a + 1, 1 + a, a - 2, 2 - a, a * 3, 3 * a, a / 3, 3 / a, 7 // a, 7 % a, divmod(7, a), 2 ** Fraction(3), 2 ** Fraction(-2), a ** Fraction(2, 1))
print(a + 0.5, 0.5 + a, a * 1.5, 1.5 / a, a // 0.2, a % 0.2, a ** 0.5, 2 ** a, 2.0 ** a, a + 1j, a ** 1j == complex(0.75) ** 1j)
print(-a, +a, abs(b), int(b), float(b), complex(a), bool(Fraction(0)), bool(a), hash(a), hash(b), hash(Fraction(4, 2)) == hash(2), hash(Fraction(1, 2)) == hash(0.5))
print(Fraction(), Fraction(7), Fraction(6, -4), Fraction('3/4'), Fraction(' -0.125 '), Fraction('1e-3'), Fraction('2.5e2'), Fraction('.5'), Fraction('1_000/3'))
print(Fraction(0.1), Fraction(0.5), Fraction.from_float(2.25), Fraction(True), Fraction(Fraction(1, 3), Fraction(5, 7)), Fraction(a), Fraction(2 ** 70, 2 ** 68 * 3))
print(Fraction(math.pi).limit_denominator(1000), Fraction(math.pi).limit_denominator(10), Fraction(0.1).limit_denominator(), Fraction(22, 7).limit_denominator(1), Fraction('0.3333333').limit_denominator(5))
print(a == 0.75, 0.75 == a, a == Fraction(6, 8), a != b, a < 1, a > 0.7, b <= -5, 1 > a, a == '3/4', a == 0.75 + 0j, a in {0.75: 1}, a < float('inf'), a == float('nan'))
print(math.floor(b), math.ceil(b), math.trunc(b), round(b), round(Fraction(5, 2)), round(Fraction(7, 2)), round(a, 1), round(Fraction(1234, 3), -2), round(Fraction(22, 7), 3))
print(a.numerator, a.denominator, a.as_integer_ratio(), a.real, a.imag, a.conjugate(), copy.copy(a), copy.deepcopy([a]))
print(isinstance(a, numbers.Rational), isinstance(a, numbers.Real), isinstance(a, Fraction), isinstance(3, numbers.Rational), isinstance(a, numbers.Integral))
print(sum([Fraction(1, n) for n in range(1, 11)]), max(a, b, 1), sorted([Fraction(1, 2), 0.4, 1, Fraction(1, 3)]), sum(Fraction(1, 3) for _ in range(3)) == 1)
print('%s %r %.3f' % (a, a, a), '{} {!r:>20}'.format(a, a), f'{a}', str(Fraction(8, 4)), float(Fraction(10 ** 400, 10 ** 399)))
for bad in (lambda: Fraction(1, 0), lambda: Fraction('x'), lambda: Fraction('1/0'), lambda: Fraction(1.5, 2), lambda: Fraction(None), lambda: a / 0, lambda: a // 0,
            lambda: a % Fraction(0), lambda: Fraction(0) ** -1, lambda: Fraction(float('inf')), lambda: Fraction(float('nan')), lambda: a + 'b', lambda: a < 'b',
            lambda: Fraction('1 / 2'), lambda: Fraction('3/-4'), lambda: a.limit_denominator(0), lambda: a < 1j, lambda: Fraction.from_float('1'), lambda: Fraction('1.5/2')):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ':', e)


def continued(x, n):
    parts = []
    for _ in range(n):
        whole = math.floor(x)
        parts.append(whole)
        if x == whole:
            break
        x = 1 / (x - whole)
    return parts


def solve(rows):
    n = len(rows)
    rows = [[Fraction(x) for x in row] for row in rows]
    for i in range(n):
        pivot = next(r for r in range(i, n) if rows[r][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[-1] for row in rows]


print(continued(Fraction(415, 93), 10), continued(Fraction(3.245), 6))
print([str(x) for x in solve([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]])])
print([str(x) for x in solve([[1, Fraction(1, 2), Fraction(1, 3), 1], [Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), 0], [Fraction(1, 3), Fraction(1, 4), Fraction(1, 5), 0]])])
