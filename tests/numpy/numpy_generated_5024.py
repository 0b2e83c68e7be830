# Made by generate.py 5024 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([-42, -44, -12, 19, -28, 12], 'int16').reshape((2, 1, 3))
a1 = np.array([-3, -40, -1, -12, 26, -24], 'int8').reshape((2, 3))
a2 = np.array([1e-3, 0.0, 0.1108, -1.4], 'float64').reshape((4,))
a3 = np.array([False, False, True, False, False, True], 'bool').reshape((2, 3))
a4 = np.arange(0).astype('uint64').reshape((0,))
a5 = np.array([np.inf, 4, 3.4, 1e-3, 0.216, 1e-3, 1e-3, -0.442, 1e-3, -1.8, 1e-3, np.nan], 'float32').reshape((3, 4))
def f():
    b = a3.copy()
    v = b.T
    v[...] = np.inf
    return b, v
show(f)
show(lambda: np.clip(np.nan_to_num((a1 | a4)), -100, 100).astype('int16').mean(axis=2))
def f():
    b = a4.copy()
    b[[True, False, True]] = [1, 2, 3]
    return b
show(f)
show(lambda: a2)
def f():
    b = a0.copy()
    b //= np.tril(a3)
    return b
show(f)
def f():
    b = a0.copy()
    b &= a2.astype('bool')
    return b
show(f)
show(lambda: np.broadcast_to(np.isin(a0.sum(axis=-1), [0, 1, 3]), (3, 3)))
show(lambda: np.flipud(a5))
show(lambda: a0.astype('float64'))
show(lambda: a4.var(axis=None))
show(lambda: np.repeat(a5, 2, axis=0))
show(lambda: (a4 | (np.roll(a3, -1, axis=0) // True)))
def f():
    b = a1.copy()
    v = b.reshape(-1)
    v[...] = 300
    return b, v
show(f)
show(lambda: a2)
show(lambda: np.copysign(np.copysign(a1, a4).reshape(-1), a1))
def f():
    b = a5.copy()
    b[-3, ...] = a4[[0, -1]]
    return b
show(f)
show(lambda: np.flipud(a2))
show(lambda: np.clip(np.nan_to_num(np.minimum(np.where(a0), (7 * a3))), 0, 100).astype('uint8'))
show(lambda: np.diag((a1 ^ a1)).astype('bool'))
show(lambda: a3[a3 > 0][[0, -1], :, np.array([1, 0, 1])])
show(lambda: a5)
show(lambda: np.median(a3, axis=1))
show(lambda: a0)
show(lambda: np.clip(np.nan_to_num(np.flatnonzero(a4)), -100, 100).astype('int64'))
show(lambda: np.append(np.dstack([(a3 <= a5), np.unique(a2)]), ((a5 ^ 1) > np.cross(a5, a4))))
show(lambda: (a2 % np.delete(a3, 0, axis=0)))
show(lambda: ((a0.sum() * np.uint8(200)) < np.sum(np.searchsorted([0, 1, 2, 5], a4))))
show(lambda: (np.broadcast_to(np.hstack([a3, a5]), (2, 3)) * -1.5))
show(lambda: abs(((a1 | np.inf) * 0)))
show(lambda: np.gcd(a5, (a4[a4 > 1] > a4[[0, -1]])))
