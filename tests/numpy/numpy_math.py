# Functions element by element, and those that choose or order elements.
import numpy as np

x = np.array([0.0, 0.5, 1.0, 2.0])
for f in (np.exp, np.sqrt, np.square, np.sin, np.cos, np.tanh, np.floor, np.ceil, np.log1p, np.arctan, np.cbrt, np.exp2,
          np.negative, np.abs, np.sign, np.rint, np.degrees, np.radians, np.sinh):
    print(f(x).round(12), f(x).dtype, round(float(f(2)), 12), f(np.float32(0.5)).dtype)
print(np.log([1, np.e, 10]), np.log2([1, 8]), np.log10([1, 1000]), np.exp(1), np.exp([1, 2]).dtype, np.sqrt(np.int8(4)).dtype)
print(np.add(1, [1, 2]), np.subtract([3, 4], 1), np.multiply(2, x), np.divide(1, [2, 4]), np.power([1, 2, 3], 2), np.mod(7, [2, 3]), np.floor_divide(7, 2))
print(np.maximum([1, 5], [3, 2]), np.minimum(x, 1), np.fmax(1, np.nan), np.arctan2(1, 1), np.hypot(3, 4), np.logaddexp(0, 0))
print(np.logical_and([1, 0], [1, 1]), np.logical_not([1, 0]), np.logical_or(0, 1), np.logical_xor([True, False], True))
print(np.greater(x, 0.7), np.less_equal(x, 1), np.equal([1, 2], [1, 3]), np.not_equal(1, 2))
print(np.isnan([1, np.nan]), np.isinf([np.inf, 1]), np.isfinite([np.nan, 1]), np.nan_to_num([np.nan, 1]))
print(np.clip([1, 5, 9], 2, 6), x.clip(0.5, 1), np.clip(x, None, 1), np.round([1.25, 2.5, -0.5, 3.14159], 1), np.round(2.567, 2), np.around([15, 25, 34], -1), x.round())
print(np.round(np.float32(2.567), 1), np.round(5.5), np.round(6.5), np.floor(-0.5), np.trunc([1.7, -1.7]), np.fix(2.9))
print(np.where(x > 0.7, x, -1), np.where([True, False], [1, 2], [3.5, 4]), np.where(x > 0.7), np.nonzero([0, 3, 0, 4]), np.argwhere(np.eye(2) > 0), np.flatnonzero([0, 1, 1]))
print(np.sort([3, 1, 2]), np.sort([[3, 1], [0, 2]]), np.sort([[3, 1], [0, 2]], axis=0), np.argsort([3, 1, 2]), np.sort(['b', 'a']), np.sort([2, np.nan, 1]), np.argsort([[3, 1], [0, 2]], axis=0))
s = np.array([5, 2, 8])
s.sort()
print(s, np.sort(s)[::-1], np.unique([3, 1, 3, 2]), np.unique([3, 1, 3], return_counts=True), np.unique(['b', 'a', 'b'], return_index=True, return_inverse=True))
print(np.searchsorted([1, 3, 5], 4), np.searchsorted([1, 3, 5], [0, 3, 9], side='right'), np.bincount([0, 1, 1, 3]), np.bincount([1], minlength=4), np.isin([1, 2, 3], [2, 9]), np.in1d([1], [1]))
print(np.take([10, 20, 30], [2, 0]), np.take(np.arange(6).reshape(2, 3), [0, 2], axis=1), np.arange(4).take(2), np.argmax([1, 9, 3]), np.nonzero(np.eye(2)))
print(np.allclose([1, 2], [1, 2.000000001]), np.allclose(1, 2), np.isclose([1, 2], [1, 2.1]), np.array_equal([1, 2], [1, 2]), np.array_equal([1], [1, 2]))
print(np.pi, np.e, np.inf, np.nan, -np.inf, np.newaxis, np.isscalar(3), np.isscalar([3]), np.float64(np.pi))
print(np.array([1.5]).astype(np.int32), x.astype('float32'), x.astype(bool), x.astype(str), np.array(['1', '2']).astype(int))
print(np.float32(3.7).astype(int), np.array([300]).astype(np.uint8), np.array([-1]).astype(np.uint8), np.array([1e10]).astype(np.float32))
print(1 / (1 + np.exp(-x)), np.exp(x) / np.sum(np.exp(x)), np.maximum(0, x - 1), np.log(x + 1e-8))
print(np.power(2.0, [1, 2, 0.5]), np.power([4.0, 9.0], 0.5), np.sqrt(2), np.square(3))
