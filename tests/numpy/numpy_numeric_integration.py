# Sums that are integrals, polynomials, roots by bisection.
import numpy as np

x = np.linspace(0, 1, 101)
print(round(np.trapz(x ** 2, x), 6), np.trapz([1, 2, 3], dx=0.5), (x ** 2).mean().round(6))
p = [1, -6, 11, -6]
print(np.polyval(p, [0, 1, 2, 3]), np.polyder(p), np.polyint([3, 2, 1]), np.polymul([1, 1], [1, -1]), np.polyadd([1], [1, 1]))
low, high = 0.0, 2.0
for i in range(40):
    middle = (low + high) / 2
    low, high = (middle, high) if middle ** 2 < 2 else (low, middle)
print(round(low, 9), np.sqrt(2).round(9))
print(np.vander([1, 2, 3], 3), np.poly([1, 2]), np.polyfit([0, 1, 2], [1, 2, 4], 2).round(6))
print(np.cumsum(1 / np.arange(1, 6)), np.cumprod(np.arange(1, 6)), np.logspace(0, 3, 4), np.geomspace(1, 16, 5))
