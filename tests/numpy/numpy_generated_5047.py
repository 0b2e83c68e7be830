# Made by generate.py 5047 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([5.7], 'float32').reshape((1,))
a1 = np.random.RandomState(6).randn(5).astype('float64')
a2 = np.array([np.inf, np.nan, np.nan, np.inf], 'float64').reshape((4,))
a3 = np.array([2.661, 0.626, 1e-3], 'float64').reshape((3,))
a4 = np.arange(4).astype('uint32').reshape((4,))
a5 = np.array([0.0], 'float64').reshape((1,))
show(lambda: (a2[a2 > 1] & a4))
def f():
    b = a2.copy()
    v = b.T
    v[...] = np.float32(1.5)
    return b, v
show(f)
def f():
    b = a5.copy()
    v = b[1:]
    v[...] = np.uint8(200)
    return b, v
show(f)
def f():
    b = a5.copy()
    b &= 1e-5
    return b
show(f)
def f():
    b = a1.copy()
    b += -1
    return b
show(f)
show(lambda: np.all(a4, axis=0, keepdims=True))
show(lambda: np.count_nonzero((np.sum(a3) - 2)))
show(lambda: a4)
show(lambda: ((a0 // 0.5)[:3, None] < np.inner(a2, a3)))
def f():
    b = a1.copy()
    v = b[:, None]
    v[...] = np.inf
    return b, v
show(f)
show(lambda: np.cumprod(a2, axis=0))
show(lambda: np.var((a5 - a0[np.array([1, 0, 1])]), axis=None))
show(lambda: np.median(np.isin(a3, [0, 1, 3]), axis=2))
show(lambda: np.append(((a1 // a2) + a3), [1, 2]))
show(lambda: np.logical_and(a5, np.maximum(a0, (np.nan <= a0))))
def f():
    b = a0.copy()
    b //= np.ediff1d(a4)
    return b
show(f)
show(lambda: a3.astype('float16'))
show(lambda: a0)
show(lambda: np.stack([a2, np.nansum(np.squeeze(a2))], axis=-1))
show(lambda: a2)
show(lambda: (a1 + a3.argmin()))
def f():
    b = a5.copy()
    b %= a5[None, 1::2]
    return b
show(f)
show(lambda: a4)
show(lambda: (1e10 > a2).cumsum(axis=-1)[0:4])
def f():
    b = a5.copy()
    b += True
    return b
show(f)
def f():
    b = a2.copy()
    b += a4
    return b
show(f)
show(lambda: np.pad((a2 + a3).astype('float64'), 1))
def f():
    b = a3.copy()
    v = b[0]
    v[...] = np.nan
    return b, v
show(f)
def f():
    b = a2.copy()
    b %= (a5 >= a2)
    return b
show(f)
show(lambda: (a4 * (~a1)))
