# Descent with momentum, Newton's method, Adam.
import numpy as np


def f(x):
    return (x[0] - 1) ** 2 + 10 * (x[1] + 2) ** 2


def gradient(x):
    return np.array([2 * (x[0] - 1), 20 * (x[1] + 2)])


x, v = np.zeros(2), np.zeros(2)
for i in range(60):
    v = 0.9 * v - 0.02 * gradient(x)
    x = x + v
    if i % 20 == 19:
        print(i, x.round(6), round(float(f(x)), 6))
print((np.zeros(2) - np.linalg.inv(np.diag([2., 20.])) @ gradient(np.zeros(2))).round(9))
numeric = np.array([(f(x + h) - f(x - h)) / 2e-4 for h in np.eye(2) * 1e-4])
print(np.allclose(numeric, gradient(x), atol=1e-5), np.abs(numeric).max() < 1)
m, s = np.zeros(2), np.zeros(2)
x = np.array([3., 3.])
for t in range(1, 101):
    g = gradient(x)
    m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g * g
    x -= 0.1 * (m / (1 - 0.9 ** t)) / (np.sqrt(s / (1 - 0.999 ** t)) + 1e-8)
print(x.round(4))
