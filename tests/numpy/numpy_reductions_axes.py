# Reductions and their axes.
import numpy as np

a = np.arange(24).reshape(2, 3, 4) % 7
print(a.sum(), a.sum(0), a.sum(axis=-1), a.sum(axis=(0, 2)), a.sum(axis=1, keepdims=True).shape)
print(a.mean(), a.mean(axis=2), a.std(axis=0)[0], a.var(), np.var([1, 2, 3, 4], ddof=1), np.median(a, axis=2))
print(a.max(axis=1), a.min(), a.argmax(), a.argmax(axis=2), a.argmin(axis=0)[0], np.ptp(a, axis=1)[0])
print(a.any(axis=2), (a > 0).all(axis=(0, 1)), a.prod(axis=0)[1], a.cumsum(axis=2)[0], np.cumsum(a)[:6], np.average([1, 2, 3], weights=[3, 2, 1]))
print(np.sum([[0.1] * 10] * 3), np.sum([0.1] * 10), sum([0.1] * 10), np.mean(np.float32([0.1] * 10)), np.sum(np.float32([1e8, 1, -1e8])))
print(np.sum([True, True, False]), np.array([255, 1], np.uint8).sum(), np.array([], float).sum(), np.prod([]), np.sum([[], []]))
