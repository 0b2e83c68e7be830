# Integer arithmetic: floor division and modulo follow the divisor's sign.
for a in (7, -7, 0, 1, 12):
    for b in (2, -2, 3, -5):
        print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), a / b)
print(2 ** 10, 2 ** 0, (-3) ** 3, 2 ** -2, 0 ** 0, 10 ** 18)
print(1 << 10, 1024 >> 3, -1 >> 5, -9 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, -(-4), +3)
print(True + True, True * 3, True & False, True | False, True ^ True, True & 1, ~True)
print(9223372036854775807, -9223372036854775807 - 1, 9223372036854775807 // 7)
print((10).bit_length(), (-255).bit_length(), (0).bit_length(), (255).bit_count())
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (6).as_integer_ratio())
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, byteorder='little'), (-2).to_bytes(2, 'big', signed=True))
print(int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes(b'\x01\x02', 'little'))
print(9007199254740993 / 3, 9223372036854775807 / 9223372036854775806, 1 / 3, -7 / 2)
x = 10
x += 5; x -= 3; x *= 4; x //= 5; x **= 2; x %= 50; x <<= 3; x >>= 1; x |= 1; x &= 0xff; x ^= 7
print(x)
x = 7
x /= 2
print(x)
print(3 < 5 <= 5 != 6 > 2 >= 2 == 2, 3 == 3.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 1 < 1.5 < 2)
