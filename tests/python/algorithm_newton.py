"""Finding roots: bisection, Newton, the secant; integrals by three rules."""
import math


def bisect(f, low, high, tolerance=1e-10):
    assert f(low) * f(high) < 0, 'no change of sign'
    steps = 0
    while high - low > tolerance:
        middle = (low + high) / 2
        steps += 1
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2, steps


def newton(f, x, h=1e-7, tolerance=1e-12, most=50):
    for step in range(1, most + 1):
        slope = (f(x + h) - f(x - h)) / (2 * h)
        if not slope:
            raise ZeroDivisionError('flat at %r' % x)
        x, old = x - f(x) / slope, x
        if abs(x - old) < tolerance:
            return x, step
    raise ArithmeticError('no convergence')


def integrate(f, a, b, n, rule):
    h = (b - a) / n
    return h * sum(rule(f, a + i * h, a + (i + 1) * h) for i in range(n))


RULES = {
    'left': lambda f, a, b: f(a),
    'trapezoid': lambda f, a, b: (f(a) + f(b)) / 2,
    'simpson': lambda f, a, b: (f(a) + 4 * f((a + b) / 2) + f(b)) / 6,
}
f = lambda x: x ** 2 - 2
root, steps = bisect(f, 0, 2)
print('%.9f %d' % (root, steps), '%.9f' % newton(f, 1.0)[0], '%.12f' % math.sqrt(2))
print('%.6f' % newton(lambda x: math.cos(x) - x, 1)[0], '%.6f' % newton(math.sin, 3)[0])
for name in sorted(RULES):
    print('%-10s' % name, ' '.join('%.8f' % integrate(math.sin, 0, math.pi, n, RULES[name]) for n in (2, 8, 32)))
for wrong in (lambda: bisect(f, 2, 3), lambda: newton(lambda x: x * x + 1, 0.0), lambda: newton(lambda x: 1.0, 2)):
    try:
        wrong()
    except (AssertionError, ArithmeticError) as e:
        print(type(e).__name__, e)
