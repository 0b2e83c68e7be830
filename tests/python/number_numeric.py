# Numerical methods with floats: every digit that is printed must be right.
import math


def newton(f, d, x, steps=50):
    for i in range(steps):
        step = f(x) / d(x)
        x -= step
        if abs(step) < 1e-15:
            return x, i
    return x, steps


def bisect(f, low, high, eps=1e-12):
    while high - low > eps:
        middle = (low + high) / 2
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))


def runge_kutta(f, t, y, h, steps):
    for _ in range(steps):
        a = f(t, y)
        b = f(t + h / 2, y + h / 2 * a)
        c = f(t + h / 2, y + h / 2 * b)
        d = f(t + h, y + h * c)
        y += h / 6 * (a + 2 * b + 2 * c + d)
        t += h
    return y


def kahan(values):
    total = lost = 0.0
    for v in values:
        y = v - lost
        t = total + y
        lost = (t - total) - y
        total = t
    return total


def solve(a, b):
    n = len(a)
    a = [row[:] + [x] for row, x in zip(a, b)]
    for i in range(n):
        best = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[best] = a[best], a[i]
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            a[r] = [x - factor * y for x, y in zip(a[r], a[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (a[i][n] - sum(a[i][k] * x[k] for k in range(i + 1, n))) / a[i][i]
    return x


def fit(points):
    n = len(points)
    mx, my = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    return slope, my - slope * mx


print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), newton(lambda x: math.cos(x) - x, lambda x: -math.sin(x) - 1, 1.0))
print(bisect(lambda x: x ** 3 - x - 2, 1, 2), simpson(math.sin, 0, math.pi), simpson(lambda x: x ** 3, 0, 2), simpson(math.exp, 0, 1, 10))
print(runge_kutta(lambda t, y: y, 0, 1.0, 0.1, 10), runge_kutta(lambda t, y: -2 * t * y, 0, 1.0, 0.05, 20), math.e, math.exp(-1))
print(sum([0.1] * 10), kahan([0.1] * 10), math.fsum([0.1] * 10), kahan([1e16, 1, -1e16]), math.fsum([1e16, 1, -1e16]), sum([1e16, 1, -1e16]))
print(solve([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]], [8, -11, -3]), solve([[1e-20, 1], [1, 1]], [1, 2]))
print(fit([(1, 2.1), (2, 3.9), (3, 6.2), (4, 7.8)]), [round(1 / n, 6) for n in range(1, 8)])
x, h = 1.0, 1.0
while 1.0 + h > 1.0:
    h /= 2
print(h * 2, (math.sin(x + 1e-5) - math.sin(x - 1e-5)) / 2e-5, math.cos(x))
pi = sum((-1) ** k * 4 / (2 * k + 1) for k in range(1000))
print(pi, 4 * (4 * math.atan(1 / 5) - math.atan(1 / 239)), sum(1 / math.factorial(k) for k in range(20)), sum(1 / n ** 2 for n in range(1, 1001)))
a, b, t, p = 1.0, 1 / math.sqrt(2), 0.25, 1.0
for _ in range(4):
    a, b, t, p = (a + b) / 2, math.sqrt(a * b), t - p * (a - (a + b) / 2) ** 2, 2 * p
print((a + b) ** 2 / (4 * t), 1000 * 1.05 ** 10, 1000 * (1 + 0.05 / 12) ** 120, 200000 * 0.004 / (1 - 1.004 ** -360))
