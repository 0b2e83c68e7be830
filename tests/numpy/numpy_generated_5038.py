# Made by generate.py 5038 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([1e-3, 6.2, 0.007716, 1e-3, np.nan, 1e-3, 1e-3, -3], 'float64').reshape((2, 2, 2))
a1 = np.random.RandomState(5).randint(0, 100, (5,)).astype('uint16')
a2 = np.random.RandomState(1).randint(0, 100, (12,)).astype('uint16')
a3 = np.random.RandomState(7).randn(2, 1, 3).astype('float64')
a4 = np.array([-0.338, 0.0], 'float32').reshape((2,))
a5 = np.array([27, 65, 93, 61, 90, 96], 'uint32').reshape((2, 1, 3))
def f():
    b = a1.copy()
    b[[0, -1]] = np.argmin(a0, axis=-1)
    return b
show(f)
def f():
    b = a0.copy()
    v = b.T
    v[...] = 0
    return b, v
show(f)
def f():
    b = a4.copy()
    b[1::2] = np.append(a2, a4)
    return b
show(f)
show(lambda: np.median(np.nansum(a2[::-1]), axis=0))
show(lambda: np.minimum(a2, np.partition(a1.ravel(), 0))[1:, ::-1])
show(lambda: np.clip(np.nan_to_num(a4), 0, 100).astype('uint16').all(axis=-1, keepdims=True))
show(lambda: a4)
show(lambda: np.tensordot(a5, a2, axes=1)[1::2])
def f():
    b = a3.copy()
    b[:] = [1, 2, 3]
    return b
show(f)
show(lambda: a0.reshape(2, 3))
show(lambda: np.clip(np.nan_to_num(np.sort(a0, axis=0)[[True, False, True], [0, -1]]), 0, 100).astype('uint16'))
def f():
    b = a0.copy()
    v = b[:, None]
    v[...] = np.uint8(200)
    return b, v
show(f)
show(lambda: np.cumsum(np.sqrt((a3 == a3)), axis=1))
show(lambda: a0)
show(lambda: np.abs(np.trace(a0)))
show(lambda: a1)
show(lambda: a0)
show(lambda: np.ptp(a1.astype('float'), axis=2))
def f():
    b = a3.copy()
    b %= a1
    return b
show(f)
show(lambda: np.broadcast_to(np.digitize(np.logical_or(a1, a1), [0, 1, 5]), (2, 3)))
show(lambda: a4)
def f():
    b = a1.copy()
    b %= 1
    return b
show(f)
show(lambda: a4[a4 > 1])
show(lambda: np.isinf(a2))
show(lambda: a3[::2])
def f():
    b = a3.copy()
    b &= 1e-5
    return b
show(f)
show(lambda: a1.mean(axis=-1))
show(lambda: a5)
def f():
    b = a0.copy()
    b[[[0], [1]]] = a0.reshape(-1, 1)
    return b
show(f)
def f():
    b = a3.copy()
    b[::-1] = [1, 2, 3]
    return b
show(f)
