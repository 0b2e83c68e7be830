# Sets, orders, searching.
import numpy as np

a, b = np.array([5, 3, 1, 3, 9]), np.array([3, 4, 5, 5])
print(np.unique(a), np.union1d(a, b), np.intersect1d(a, b), np.setdiff1d(a, b), np.setxor1d(a, b), np.in1d(a, b), np.isin(b, a))
values, first, inverse, counts = np.unique(a, return_index=True, return_inverse=True, return_counts=True)
print(values, first, inverse, counts, values[inverse])
print(np.sort(a), np.argsort(a, kind='stable'), a[np.argsort(-a, kind='stable')], np.lexsort((a, [1, 0, 1, 0, 1])))
print(np.searchsorted([1, 3, 5, 9], a), np.searchsorted([1, 3, 3, 5], 3), np.searchsorted([1, 3, 3, 5], 3, side='right'))
print(np.partition(a, 2)[2], np.argpartition(a, -2)[-2:], np.digitize([0.5, 3, 99], [1, 3, 9]), np.bincount(a))
m = np.array([[3, 1], [2, 2], [1, 9]])
print(np.sort(m), np.sort(m, axis=0), m[m[:, 0].argsort()], np.sort(m, axis=None), m.argmax(), np.unravel_index(m.argmax(), m.shape))
print(np.nonzero(a == 3), np.flatnonzero(a > 3), np.argwhere(m > 1).tolist(), np.count_nonzero(a % 2), np.where(a > 3, a, 0))
