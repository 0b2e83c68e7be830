# Made by generate.py 5025 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([-2, 0.0, 2.638], 'float64').reshape((1, 3))
a1 = np.array([10, 36, 49, -17, 24, -44, -24, 8, -18], 'int32').reshape((3, 3))
a2 = np.array([-23, 13, -9, -27, 26, -50, 9, -26, -4, -3, 22, -41], 'int64').reshape((4, 3))
a3 = np.arange(3).astype('float64').reshape((3, 1))
a4 = np.arange(3).astype('float32').reshape((3, 1))
a5 = np.random.RandomState(4).randn(2, 3).astype('float64')
def f():
    b = a2.copy()
    b *= 100
    return b
show(f)
def f():
    b = a5.copy()
    b[::2] = np.float64(0.1)
    return b
show(f)
show(lambda: np.isin(np.logical_xor(a3, a1).reshape(3, -1), [0, 1, 3]))
def f():
    b = a5.copy()
    b[[True, False, True]] = 7
    return b
show(f)
show(lambda: np.column_stack([a1, (a1 / np.roll(a4, 1))]))
def f():
    b = a4.copy()
    v = b.T
    v[...] = 2
    return b, v
show(f)
show(lambda: (-np.fmod(a2, a1))[2])
show(lambda: a2)
show(lambda: a2)
show(lambda: a0)
show(lambda: a2)
show(lambda: np.fmin(a5, a1).std(axis=-1)[None])
def f():
    b = a0.copy()
    b += 300
    return b
show(f)
show(lambda: a5.reshape(2, 3))
show(lambda: a1)
show(lambda: (a3 < np.pad(a1, 1)))
def f():
    b = a4.copy()
    b //= a0
    return b
show(f)
show(lambda: np.broadcast_to(np.add.reduce(a4), (3, 3)))
show(lambda: np.take(np.tile(np.clip(np.nan_to_num(a1), -100, 100).astype('int'), (2, 1)), [1, 0], axis=0))
show(lambda: a1)
show(lambda: np.copysign(((+a5) * a3.reshape(3, -1)), np.isnan(a4)))
show(lambda: (a0[3][:3, ...] + (a5 % a0.all(axis=0, keepdims=True))))
show(lambda: [x for x in a1])
show(lambda: a2)
show(lambda: (1e10 * a0))
show(lambda: (np.var(np.extract(a5, a5), axis=2) >= np.nanmean(np.cumsum(a1, axis=2))))
def f():
    b = a4.copy()
    b[::-2] = [1, 2, 3]
    return b
show(f)
show(lambda: a2)
show(lambda: np.nanmean(a5))
def f():
    b = a3.copy()
    b *= np.trunc(a4)
    return b
show(f)
