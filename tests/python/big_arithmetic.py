# Integers beyond 64 bits: operators, on both sides of the border.
a = 12345678901234567890123456789
b = -987654321098765432109876543210
print(a + b, a - b, a * b, -a, +a, ~a, abs(b))
print(a // b, a % b, b // a, b % a, divmod(b, a), divmod(-b, -a))
print(a ** 3, (-a) ** 3, 2 ** 64, 2 ** 100, pow(3, 200), 7 ** 0)
print(a & b, a | b, a ^ b, a & 0xff, -1 & a, b | 1)
print(a >> 10, a << 10, b >> 70, b >> 200, a >> 200, 1 << 100, -1 << 64)

# the border
top, bottom = 9223372036854775807, -9223372036854775808
print(top + 1, bottom - 1, -bottom, abs(bottom), bottom // -1, bottom * -1, bottom % -1)
print(top * 2 - top, (top + 1) - 1 == top, type(top + 1) is int, 3037000500 ** 2)
print(1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, (1 << 64) >> 1, (1 << 64) >> 2)
x = 10 ** 30
x += 1
x -= 10 ** 30
print(x, x + top)
x = 2 ** 64
x //= 2
x -= 2 ** 62
print(x)
x <<= 70
x |= 1
x ^= 3
x &= ~8
x >>= 3
x %= 10 ** 20
x **= 3
print(x)

# with floats: exact comparison, one rounding
print(2 ** 64 == 2.0 ** 64, 2 ** 64 + 1 == 2.0 ** 64, 2 ** 53 + 1 == float(2 ** 53 + 1))
print(2 ** 64 < 1e300, 2 ** 70 > float('inf'), -2 ** 70 < float('-inf'), 2 ** 70 != float('nan'))
print(2 ** 70 * 1.5, 1.5 - 2 ** 70, 2 ** 70 // 3.0, 2 ** 70 % 7.5, (2 ** 70) ** 0.5, 2 ** -70)
print(float(a), float(2 ** 1023), float(2 ** 54 + 2), float(2 ** 54 + 6), float(2 ** 70 + 1))
print(a / b, 10 ** 400 / 10 ** 399, 10 ** 30 / 3, 3 / 10 ** 30, 1 / 2 ** 1074, 1 / 2 ** 1075, 0 / a)
print(int(1e30), int(-1.5e25), round(1e25), 10 ** 22 == 1e22, 10 ** 23 == 1e23)

# truth, identity of values, order
print(bool(2 ** 70), not 2 ** 70, 2 ** 70 and 5, 0 or 2 ** 70)
print(sorted([2 ** 70, 2.0 ** 69, -2 ** 70, 3, 2 ** 71]), max(a, b, 1.5), min(2 ** 64, 2.0 ** 64))
print(sum([2 ** 62] * 5), sum([0.5, 2 ** 64]))
print(0 ** 10 ** 30, 1 ** 10 ** 30, (-1) ** (10 ** 30 + 1), 1 >> 10 ** 30, -1 >> 10 ** 30, 0 << 10 ** 30)
