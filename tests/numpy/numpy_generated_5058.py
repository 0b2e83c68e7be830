# Made by generate.py 5058 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([-19, 17, -8, -29, -3], 'int8').reshape((5,))
a1 = np.array([4, 48, 63, 38, 50, 5, 3, 62, 83, 8, 96, 92], 'uint32').reshape((3, 4))
a2 = np.arange(6).astype('uint16').reshape((2, 3))
a3 = np.arange(3).astype('uint16').reshape((3, 1))
a4 = np.array([1e-3, np.inf, 1e-3, 0.0, np.inf, np.inf, 0.5, 0.006055], 'float64').reshape((2, 2, 2))
a5 = np.random.RandomState(8).rand(2, 1, 3).astype('float32')
show(lambda: a2[a2 > 0])
def f():
    b = a3.copy()
    b[[0, -1], 1::2] = 3
    return b
show(f)
show(lambda: np.clip(np.nan_to_num(a3), -100, 100).astype('int32').flatten())
show(lambda: np.maximum(a3, a3[a3 > 2.5]))
show(lambda: a3)
show(lambda: (a3[1:1, 1::2] / np.trace(np.any(a0))))
show(lambda: a2)
show(lambda: np.intersect1d(np.sort(a3, axis=0), (a2 * 100)).sum(axis=-1, keepdims=True))
show(lambda: np.tile(a5[0].T, (2, 1)))
show(lambda: list(a4.prod(axis=0)))
show(lambda: a4[a4 > 1])
show(lambda: np.sort(np.rint((a0 * a0))))
show(lambda: np.nansum(np.sum(a3.T, axis=0, keepdims=True)))
show(lambda: np.fmax(a2.astype('float64'), (a5 / a4)[np.array([1, 0, 1])]))
show(lambda: list(np.moveaxis(a3.all(axis=(0, 1)), 0, -1)))
def f():
    b = a3.copy()
    v = b.ravel()
    v[...] = 2
    return b, v
show(f)
def f():
    b = a0.copy()
    b[0:4, None] = np.uint8(200)
    return b
show(f)
show(lambda: a1)
show(lambda: (np.flip(np.sort(a4, axis=None)) * (np.heaviside(a5, a5) != np.float64(0.1))))
def f():
    b = a1.copy()
    b[1::2] = [1, 2, 3]
    return b
show(f)
show(lambda: np.nan_to_num(np.logical_and(a3, a5)[[0, -1], 1::2, :-1]))
show(lambda: a5)
show(lambda: a0)
show(lambda: np.argmax(np.round(a2, 1), axis=-1))
show(lambda: np.percentile(a0, 30)[::-1, ::2])
show(lambda: np.triu(a3.var(axis=0), 1).T)
def f():
    b = a0.copy()
    b[np.array([1, 0, 1])] = a1[[0, -1]]
    return b
show(f)
def f():
    b = a3.copy()
    b -= 3
    return b
show(f)
show(lambda: np.repeat(np.cumprod(a3[None, [[0], [1]]], axis=-1), 2))
show(lambda: a0)
