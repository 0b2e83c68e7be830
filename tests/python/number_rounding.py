# round, floor, ceil, trunc, // and %: of halves, negatives, large and tiny numbers.
import math

for v in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 0.49999999999999994, 2.675, 1.005, 1e15 + 0.5, 4503599627370497.5, -2.7, 2.7, 1e300):
    print(v, round(v), round(v, 0), round(v, 1), round(v, 2), round(v, -1), math.floor(v), math.ceil(v), math.trunc(v), int(v))
for n in (0, 5, 15, 25, 35, -5, -15, 14, 16, 149, 150, 151, 12345, 99999):
    print(n, round(n), round(n, -1), round(n, -2), round(n, -3), round(n, 2), round(n, -10))
print(round(1234.5678, 2), round(1234.5678, -2), round(1e-10, 5), round(5e-324, 300), round(123.456, 400), round(123.456, -400))
print(type(round(2.5)), type(round(2.5, 0)), type(round(2)), type(round(True)), round(2.5, None), round(number=3.7), round(3.14159, ndigits=2))
for a in (7, -7, 7.5, -7.5):
    for b in (2, -2, 0.7, -0.7, 3):
        q, r = divmod(a, b)
        print(a, b, a // b, a % b, q, r, math.fmod(a, b), int(a / b), abs(q * b + r - a) < 1e-12)
print(5.5 // 0.1, 5.5 % 0.1, 1 // 0.1, 1 % 0.1, 1e20 // 3, 1e20 % 3, -1 % 3.0, 1 % -3.0, 0.0 // 5, -0.0 // 5, -0.0 % 5, 5 % math.inf, -5 % math.inf, 5 // math.inf, -5 // math.inf)
for bad in (lambda: round('a'), lambda: round(None), lambda: round(2.5, 'a'), lambda: round(2.5, 1.5), lambda: round(math.inf), lambda: round(math.nan), lambda: round(1.7e308, -309) or round(9e307, -308),
            lambda: math.floor('a'), lambda: math.ceil(math.inf), lambda: int(math.nan), lambda: 5 // 0, lambda: 5 % 0, lambda: 5.0 // 0, lambda: 5.0 % 0, lambda: 5 / 0, lambda: 5.0 / 0, lambda: divmod(5, 0.0), lambda: round([1])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ':', e)


class Length:
    def __init__(self, metres):
        self.metres = metres

    def __round__(self, digits=None):
        return Length(round(self.metres, digits or 0))

    def __floor__(self):
        return Length(math.floor(self.metres))

    def __ceil__(self):
        return Length(math.ceil(self.metres))

    def __trunc__(self):
        return 'trunc'

    def __repr__(self):
        return '%sm' % self.metres


x = Length(2.71828)
print(round(x), round(x, 2), math.floor(x), math.ceil(x), math.trunc(x))
cents = [round(1.1 * i * 100) for i in range(12)]
print(cents, sum(cents) / 100, [round(x * 0.1, 1) for x in range(11)], sum([0.1] * 10), math.fsum([0.1] * 10))
