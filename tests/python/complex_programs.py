# What people do with complex numbers: roots, a Fourier transform, fractals, rotations.
import cmath
import math


def roots(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


def transform(values):
    n = len(values)
    return [sum(values[k] * cmath.exp(-2j * cmath.pi * i * k / n) for k in range(n)) for i in range(n)]


def fast(values):
    n = len(values)
    if n == 1:
        return list(values)
    even, odd = fast(values[::2]), fast(values[1::2])
    twist = [cmath.exp(-2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + t for e, t in zip(even, twist)] + [e - t for e, t in zip(even, twist)]


def escape(c, most=50):
    z = 0
    for i in range(most):
        if abs(z) > 2:
            return i
        z = z * z + c
    return most


print(roots(1, -3, 2), roots(1, 2, 5), roots(2, 0, 8))
signal = [1, 2, 3, 4, 0, -1, 0.5, 2]
for slow, quick in zip(transform(signal), fast(signal)):
    print('%7.3f %7.3f %s' % (slow.real, slow.imag, abs(slow - quick) < 1e-9))
for y in range(-5, 6):
    print(''.join(' .:-=+*#%@'[min(9, escape(complex(x / 16, y / 5)) // 5)] for x in range(-34, 10)))
corner, turn = 1 + 0j, cmath.rect(1, math.pi / 4)
for _ in range(8):
    corner *= turn
    print('(%.4f, %.4f)' % (round(corner.real, 4) + 0.0, round(corner.imag, 4) + 0.0), end=' ')
print()
print(cmath.sqrt(-1), cmath.sqrt(3 + 4j), cmath.sqrt(-2.0), cmath.sqrt(-4 + 0j), cmath.sqrt(0j), cmath.sqrt(1e-310j))
print(cmath.phase(1j), cmath.polar(1 + 1j), cmath.rect(2, math.pi / 3), cmath.rect(2, 0))
print(cmath.log(1j), cmath.log(-1), cmath.log(8, 2), cmath.log10(100j), cmath.exp(1j * math.pi), cmath.exp(1))
print(cmath.sin(1 + 1j), cmath.cos(1j), cmath.sinh(1j), cmath.cosh(1 + 2j), cmath.tanh(0.1j), cmath.tan(0.25))
print(cmath.isclose(1j, 1j + 1e-12), cmath.isnan(complex('nan')), cmath.isinf(1e400j), cmath.isfinite(1j), cmath.pi, cmath.infj)
for bad in (lambda: cmath.log(0), lambda: cmath.exp(1000), lambda: cmath.sqrt('a'), lambda: cmath.phase(None)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ':', e)
