# Made by generate.py 5003 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.random.RandomState(8).randint(0, 5, (4,)).astype('int16')
a1 = np.array([69, 51, 24, 30, 94, 37, 62, 60, 31, 69, 92, 8], 'uint32').reshape((12,))
a2 = np.array([12], 'int8').reshape((1,))
a3 = np.array([True, True, True], 'bool').reshape((3,))
a4 = np.random.RandomState(5).randn(1).astype('float32')
a5 = np.arange(3).astype('float32').reshape((3,))
def f():
    b = a1.copy()
    v = b.T
    v[...] = -1.5
    return b, v
show(f)
show(lambda: ((a4 * a1) + 1))
show(lambda: a1)
show(lambda: np.median((np.cross(a5, a3) < np.float64(0.1)), axis=-1))
show(lambda: a2)
show(lambda: a2)
show(lambda: np.prod(((~a0) * (a5 < a1)), axis=0))
show(lambda: np.count_nonzero(((a5 != a5) / np.kron(a2, a5))))
show(lambda: a1)
show(lambda: a5)
show(lambda: np.tile(np.diff(a4).max(axis=-1, keepdims=True), (2, 1)))
def f():
    b = a5.copy()
    b |= a3
    return b
show(f)
show(lambda: (-abs((a5 + a4))))
show(lambda: np.fmod(np.roll(a3, -1, axis=0), np.sum(a5, axis=0, keepdims=True)).astype('str'))
show(lambda: a2[a2 > 0].sum())
def f():
    b = a4.copy()
    v = b[..., 0]
    v[...] = -1
    return b, v
show(f)
def f():
    b = a3.copy()
    b /= a3.reshape(-1, 1)
    return b
show(f)
show(lambda: a5)
show(lambda: np.clip(np.nan_to_num(a0), -100, 100).astype('int'))
show(lambda: np.cumsum(a3, axis=-1).reshape(-1, 1))
show(lambda: np.rint((np.count_nonzero(a2) | a5[a5 > 1])))
show(lambda: a5)
show(lambda: a4)
show(lambda: np.sort((a0 < (a2 - a1)), axis=0))
show(lambda: a4)
def f():
    b = a1.copy()
    b -= 1e-5
    return b
show(f)
show(lambda: a4)
show(lambda: np.moveaxis(np.sort(a3), 0, -1)[0:1])
show(lambda: np.concatenate([np.cumprod(a2, axis=-1).std(axis=1), a1], axis=1))
show(lambda: (np.insert(a2, 1, 7) / 1e-5).astype('float64'))
