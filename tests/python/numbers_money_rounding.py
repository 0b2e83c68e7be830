"""Floats as learners meet them: sums, comparisons, rounding, parsing, limits."""
import math
import sys

print(0.1 + 0.2, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, round(0.1 + 0.2, 2), math.fsum([0.1] * 10), sum([0.1] * 10))
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5)], round(2.675, 2), round(1e20), round(12345.678, -2), round(7), round(7.0))
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7, 2), int(-3.9), math.floor(-3.9), math.ceil(-3.1), math.trunc(-3.9))
print(1e308 * 10, -1e308 * 10, float('inf') - float('inf'), 0.0 == -0.0, math.copysign(1, -0.0), 1 / 3, 2 / 3, 10 / 5)
print(sys.float_info.epsilon, sys.float_info.max, 1.0 + sys.float_info.epsilon / 2 == 1.0, sys.maxsize)
nan = float('nan')
print(nan == nan, nan in [nan], nan != nan, min(1, nan), max([nan, 1]), sorted([3, 1, 2]), math.isnan(nan))
for text in ('12', ' 3.5 ', '1e3', '-.5', '1_000', 'inf', '0x10', '', '1,5', '٣'):
    row = []
    for kind in (int, float):
        try:
            row.append(kind(text))
        except ValueError as e:
            row.append('%s' % e)
    print(repr(text), *row, sep=' | ')
print(int('ff', 16), int('0b101', 0), int('z', 36), bin(10), oct(64), hex(-255), complex(1, -2) * 2 if False else 0)
print(10 ** -2, 2 ** 0.5, (-8) ** (1 / 3) if False else 'complex', 0 ** 0, pow(2, 10, 1000), 5 ** 2 ** 0)
print(True + True, True == 1, isinstance(True, int), sum([True, False, True]), [0, 'x'][True], hash(1) == hash(1.0) == hash(True))
print(3.0 == 3, 3 is 3, {1: 'a', 1.0: 'b', True: 'c'}, 1.5.is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (255).bit_length())
print(math.sqrt(16), math.pi, math.e, math.log(8, 2), math.log10(1000), math.log2(8), math.exp(0), math.sin(math.pi), math.degrees(math.pi))
for bad in (lambda: 1 / 0, lambda: 1.0 // 0, lambda: 5 % 0, lambda: math.sqrt(-1), lambda: math.log(0), lambda: int('x'),
            lambda: int(float('nan')), lambda: int(float('inf')), lambda: 'a' + 1, lambda: 1 + None, lambda: 2.0 ** 5000, lambda: math.exp(1000)):
    try:
        print(bad())
    except (ArithmeticError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
