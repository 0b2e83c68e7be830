# Sums, means, extremes and the like, along axes.
import numpy as np

a = np.array([[3, 1, 2], [6, 5, 4]])
f = np.array([[0.5, 2.5, 1.0], [4.0, 0.25, 8.0]])
for x in (a, f, f.astype(np.float32), a > 2, a.astype(np.int8)):
    print(x.sum(), x.sum(axis=0), x.sum(1), x.sum(axis=-1, keepdims=True), x.sum().dtype, np.sum(x, axis=(0, 1)))
    print(x.mean(), x.mean(0), x.mean(axis=1), x.mean().dtype, x.prod(), x.prod(axis=0))
    print(x.max(), x.min(axis=0), x.max(axis=1, keepdims=True), x.argmax(), x.argmin(axis=1), x.argmax(axis=0))
    print(x.any(), x.all(axis=0), x.cumsum(), x.cumsum(axis=1), np.cumprod(x, axis=0))
    print(np.std(x), np.var(x, axis=0), x.std(ddof=1), np.ptp(a), np.median(x), np.median(x, axis=0))
print(np.sum([1, 2, 3]), np.mean([1, 2]), np.max([[1, 9], [3, 4]]), np.amin([3, 2]), np.prod([2, 3]), np.prod([]), np.sum([]))
print(np.sum(np.ones((2, 3, 4)), axis=(0, 2)), np.mean(np.arange(24).reshape(2, 3, 4), axis=(1, 2)), np.sum(5), np.max(3))
print(np.average([1, 2, 3]), np.average([1., 2., 3.], weights=[3, 2, 1]), np.diff([1, 4, 9, 16]), np.diff([[1, 3], [2, 7]], axis=0))
print(np.sum(np.full(1000, 0.1)), np.sum(np.full(1000, 0.1, np.float32)), np.mean(np.full(1000, 0.1, np.float32)))
print(np.arange(10000).astype(np.float32).sum(), (np.arange(1000) / 7).sum(), (np.arange(999).reshape(333, 3) / 7).sum(axis=0))
print((np.arange(999).reshape(333, 3) / 7).sum(axis=1)[:5], np.arange(1000.).mean(), np.sqrt(np.arange(100.)).std())
print(np.array([1, np.nan, 3]).max(), np.array([1, np.nan]).argmax(), np.array([1, np.inf]).sum())
print(np.array(['b', 'a']).size, np.count_nonzero([0, 1, 2]), np.all([1, 0]), np.any([[0, 0], [0, 1]], axis=1))
print(np.float32(3).sum(), np.float64(2).mean(), np.int64(4).max(), np.array(7).sum())
for bad in [lambda: a.sum(axis=2), lambda: a.max(axis=-3), lambda: np.array([]).max(), lambda: np.array([]).argmax(),
            lambda: a.sum(axis=(0, 0)), lambda: np.zeros((0, 2)).min(axis=0)]:
    try:
        print(bad())
    except Exception as ex:
        print(type(ex).__name__, ex)
