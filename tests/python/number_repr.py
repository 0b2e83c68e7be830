# repr of floats: the shortest digits that read back as the same number.
x = 1.0
for i in range(40):
    print(x, 1 / x, x / 3, -x * 1e-3)
    x *= 7.3
seed = 12345
for i in range(60):
    seed = (seed * 1103515245 + 12345) % 2147483648
    e = seed % 600 - 300
    seed = (seed * 1103515245 + 12345) % 2147483648
    v = (seed + 0.5) / 2147483648 * 10.0 ** e
    print(v, float(repr(v)) == v, '%.6e' % v, '%g' % v, round(v, 3) if abs(e) < 20 else '')
for v in (9007199254740993.0, 0.1 + 0.2, 1e23, 4.35, 2.2250738585072014e-308, 1.7976931348623157e308, 123456789012345680.0, 0.00001234, 99999999999999990.0, 1e16 - 2):
    print(v, int(v) if v < 1e18 else 'large', v == float(str(v)))
