# Made by generate.py 5020 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.arange(24).astype('int8').reshape((2, 3, 4))
a1 = np.random.RandomState(8).randint(0, 2, (1,)).astype('int32')
a2 = np.array([-7, 16, -31, 4, 34, 44, 3, -2, -37, 37, 38, -45], 'int16').reshape((3, 4))
a3 = np.random.RandomState(8).rand(5).astype('float64')
a4 = np.array([False, True, False, False], 'bool').reshape((4,))
a5 = np.array([np.nan, -3, 0.0, 1e-3, -9], 'float32').reshape((5,))
show(lambda: a0)
def f():
    b = a3.copy()
    b[:0, :2] = -1.5
    return b
show(f)
def f():
    b = a0.copy()
    b //= 1e10
    return b
show(f)
show(lambda: a2[a2 > 2.5].astype('float32'))
show(lambda: np.take(np.transpose(np.concatenate([a3, a0], axis=1)), [1, 0], axis=0))
show(lambda: np.dstack([a5, np.sum(np.where(a2 > 1, a2, 0), axis=0, keepdims=True)]))
show(lambda: a1)
def f():
    b = a4.copy()
    b -= a4.astype('bool')
    return b
show(f)
show(lambda: np.broadcast_to(np.sum(a4), (3, 3))[2:1, ...])
show(lambda: a2)
def f():
    b = a0.copy()
    b &= a4
    return b
show(f)
def f():
    b = a0.copy()
    b *= 1e-5
    return b
show(f)
show(lambda: (a1 <= a3))
def f():
    b = a0.copy()
    v = b.ravel()
    v[...] = np.inf
    return b, v
show(f)
show(lambda: np.minimum((a0 * a5), a3))
def f():
    b = a1.copy()
    b[...] = np.clip(a5, 0, 3)
    return b
show(f)
show(lambda: np.bitwise_and(np.clip(np.nan_to_num(a2), 0, 100).astype('uint64')[None, [0, -1]], np.isclose(a4.mean(axis=0), np.floor(a1))))
show(lambda: np.fmin((+np.round(a0)), a0))
def f():
    b = a0.copy()
    b -= 1
    return b
show(f)
show(lambda: np.pad(a1, 1))
show(lambda: a2)
show(lambda: a5)
show(lambda: a0)
def f():
    b = a0.copy()
    b /= 1
    return b
show(f)
show(lambda: a3)
show(lambda: np.clip(np.nan_to_num(a2[[True, False, True], ...]), 0, 100).astype('uint32'))
def f():
    b = a2.copy()
    v = b[0]
    v[...] = np.inf
    return b, v
show(f)
show(lambda: np.square(np.hstack([a5, a4])))
show(lambda: (a0[a0 > 2.5] < a1[1::2, :].astype('bool')))
show(lambda: a0)
