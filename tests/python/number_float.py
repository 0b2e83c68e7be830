# Float arithmetic and repr.
values = [0.0, -0.0, 1.0, 0.1, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 1.5e300, 5e-324, 1/3, 2/3, 100.0, 1e22, 1e21]
for v in values:
    print(v, repr(v), str(-v))
inf = float('inf')
nan = float('nan')
print(inf, -inf, nan, inf - inf, inf == inf, nan == nan, nan != nan, nan < 1, inf > 1e308)
for a in (7.5, -7.5, 1e300, 0.3):
    for b in (2.0, -2.0, 0.1, 7):
        print(a // b, a % b, divmod(a, b), a / b, a ** 2 if a < 1e100 else '-')
print(2.0 ** 0.5, 2 ** 0.5, 4 ** -0.5, (-8.0) ** 3, 0.0 ** 0, inf ** 0, nan ** 0, 1.0 ** nan)
print(0.1 + 0.2, 0.1 * 3, 1e308 * 10, -1e308 * 10, 1.0 / 3.0)
print((1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (-2.25).as_integer_ratio(), (3.7).conjugate())
print((1.0).hex(), (-0.1).hex(), (0.0).hex(), (1e-310).hex(), (255.5).hex())
print(-0.0 == 0.0, 5 // 0.3, -5 % 0.3, 5.0 // -0.0001, 1e20 // 3, -1e-20 % 1.0)
print(3.0 == 3, 3.5 > 3, 10**18 < 1e18 + 1e3, 10**18 == 1e18, 2**62 == float(2**61) * 2)
print(hash(1.0) == hash(1), hash(0.5), hash(-1), hash(-1.0), hash(1e300), hash(inf), hash(2**61 - 1), hash(0.1))
x = 1
x += 0.5; x *= 3; x -= 1; x /= 7; x **= 2
print(x)
