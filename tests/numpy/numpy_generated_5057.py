# Made by generate.py 5057 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.arange(6).astype('float16').reshape((2, 1, 3))
a1 = np.array([58, 38, 48, 13, 0, 29, 94, 76], 'uint16').reshape((2, 2, 2))
a2 = np.array([2, 45, 28], 'uint64').reshape((3,))
a3 = np.array([-20, 44, 26, 7, 40, -5, 35, 28, -49, -9, 12, 24], 'int8').reshape((12,))
a4 = np.array([0.0, np.nan, 2, 0.7602, -4], 'float64').reshape((5,))
a5 = np.random.RandomState(2).randn(4).astype('float32')
show(lambda: a5)
show(lambda: np.var(a4, axis=1))
show(lambda: np.array([np.sort(a1.astype('float64'), axis=0), a1]))
show(lambda: (np.broadcast_to(np.var(a3, axis=-1), (2, 3)) <= np.mean(np.max(a4, axis=0))))
show(lambda: np.mean(a1))
show(lambda: a3)
def f():
    b = a3.copy()
    b *= 3
    return b
show(f)
show(lambda: a3)
show(lambda: np.logical_and(a4[1::2, -2:, [[0], [1]]].argmax(axis=0), np.positive(a0)))
def f():
    b = a4.copy()
    v = b.ravel()
    v[...] = 3
    return b, v
show(f)
show(lambda: a0)
def f():
    b = a4.copy()
    b[np.array([1, 0, 1]), :] = [1, 2, 3]
    return b
show(f)
def f():
    b = a1.copy()
    b *= 1e10
    return b
show(f)
show(lambda: a0)
show(lambda: a1)
show(lambda: (~np.diff(a5, axis=0)[2:4]))
def f():
    b = a1.copy()
    b &= -1.5
    return b
show(f)
show(lambda: (a0[::2, :0] * a5.astype('float64')[[0, -1]]))
show(lambda: (np.sum(np.clip(np.nan_to_num(a1), 0, 100).astype('uint64'), axis=0, keepdims=True) == np.any(np.clip(np.nan_to_num(a5), -100, 100).astype('int'), axis=(0, 1))))
show(lambda: (np.where(np.intersect1d(a4, a5) > 1, np.intersect1d(a4, a5), 0) / np.repeat(a5, 2, axis=0).astype('float16')))
show(lambda: np.repeat(np.flipud((a0 & a1)), 2))
show(lambda: a5[a5 > 1])
show(lambda: (np.extract(a5.astype('float'), a5.astype('float')) + len(np.where(a0))))
def f():
    b = a2.copy()
    v = b[0]
    v[...] = 300
    return b, v
show(f)
show(lambda: a4)
show(lambda: a5.astype('float16'))
show(lambda: a0)
show(lambda: np.logical_xor((a4 >= -1.5), np.clip(np.nan_to_num(a3), -100, 100).astype('int64'))[::-1])
show(lambda: a3)
def f():
    b = a3.copy()
    b[[True, False, True]] = -1
    return b
show(f)
