# Functions over arrays: vectorize, apply_along_axis, fromfunction, ufunc methods.
import numpy as np


def grade(x, limit=50):
    return 'pass' if x >= limit else 'fail'


print(np.vectorize(grade)(np.array([40, 60, 50])))
print(np.vectorize(lambda a, b: a if a > b else b)([[1, 5], [7, 2]], [3, 3]))
print(np.apply_along_axis(lambda r: r / r.sum(), 1, np.array([[1., 1.], [3., 1.]])), np.apply_along_axis(np.ptp, 0, np.arange(6).reshape(2, 3)))
print(np.fromfunction(lambda i, j: (i + 1) * (j + 1), (3, 3), dtype=int), np.fromiter((x * x for x in range(4)), int))
print(np.add.reduce([1, 2, 3]), np.multiply.accumulate([1, 2, 3, 4]), np.maximum.reduce([[1, 5], [4, 2]]), np.subtract.outer([1, 2], [1, 2]))
out = np.zeros(3)
np.multiply([1, 2, 3], 2, out=out)
np.add.at(out, [0, 0, 2], 10)
print(out, np.divide([1., 2.], [0., 4.], out=np.zeros(2), where=np.array([False, True])))
print(np.select([out < 10, out > 20], ['low', 'high'], 'mid'), np.piecewise(out, [out < 5, out >= 5], [0, lambda v: v * 2]))
print(np.where([True, False], [1, 2], [3, 4]), np.choose([0, 1], [[1, 2], [3, 4]]), np.clip([-5, 5, 50], 0, 10))
