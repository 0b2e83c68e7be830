"""Numerical methods with math."""
import math


def bisect(f, a, b):
    while b - a > 1e-12:
        m = (a + b) / 2
        a, b = (m, b) if f(a) * f(m) > 0 else (a, m)
    return a


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))


print('%.9f' % bisect(lambda x: math.cos(x) - x, 0, 1), '%.9f' % simpson(math.sin, 0, math.pi), '%.9f' % simpson(math.exp, 0, 1))
x = 1.0
for _ in range(6):
    x = x - (x * x - 2) / (2 * x)
print(x == math.sqrt(2), math.isclose(x, 2 ** 0.5), math.floor(x * 1000) / 1000)
print([math.gcd(a, b) for a, b in ((12, 18), (17, 5), (0, 4))], math.factorial(20), [round(math.log(n, 2), 3) for n in (1, 3, 10)])
print(math.ceil(-0.5), math.floor(-0.5), math.trunc(2.9), math.fmod(7, -3), -7 % 3, math.copysign(1, -0.0), math.hypot(5, 12))


def softmax(v):
    m = max(v)
    e = [math.exp(a - m) for a in v]
    return [a / math.fsum(e) for a in e]


print([round(p, 6) for p in softmax([1.0, 2.0, 3.0])], math.fsum(softmax([0.1] * 7)), -sum(p * math.log(p) for p in (0.5, 0.5)) == math.log(2))
print(math.degrees(math.atan2(1, 1)), round(math.radians(90), 6), math.pi.hex(), math.isinf(float('inf')), math.isnan(float('nan')), math.exp(-1000))
