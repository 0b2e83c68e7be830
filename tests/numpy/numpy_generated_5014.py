# Made by generate.py 5014 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([40, -13, 17, 19], 'int32').reshape((4,))
a1 = np.random.RandomState(1).randint(0, 2, (0,)).astype('uint32')
a2 = np.random.RandomState(2).randint(0, 100, (4, 3)).astype('uint32')
a3 = np.arange(12).astype('int8').reshape((12,))
a4 = np.array([1e-3, 1e-3, np.nan, np.nan, 6, 0.681, 1e-3, np.nan, np.inf, np.nan, np.inf, 82.6, -3, 1e-3, -3.8, 0, np.nan, -2.4, 1531, 1e-3, -8.2, 1e-3, np.inf, 0.302], 'float32').reshape((2, 3, 4))
a5 = np.array([16, -43, -35, -37, 8, -12], 'int64').reshape((2, 3))
show(lambda: np.trace((np.digitize(a0, [0, 1, 5]) * (a0 <= a3))))
show(lambda: np.broadcast_to(np.floor(np.rint(a1)), (2, 3)))
show(lambda: a5)
show(lambda: (np.float64(0.1) | a1[1]))
show(lambda: ((a2 * a4) + a0[1:3].astype('bool')))
show(lambda: (a5 ^ a1))
show(lambda: np.kron(a4, a2).std())
show(lambda: np.argsort(np.copysign(np.take(a0, [1, 0], axis=0), a5), kind="stable"))
show(lambda: np.partition(a4.ravel(), 0))
show(lambda: np.clip(np.nan_to_num(a4[np.array([1, 0, 1])].argmin(axis=-1)), 0, 100).astype('uint64'))
def f():
    b = a5.copy()
    v = b[:, None]
    v[...] = np.float64(0.1)
    return b, v
show(f)
show(lambda: a2)
show(lambda: a5)
def f():
    b = a0.copy()
    v = b[::-1]
    v[...] = np.int8(3)
    return b, v
show(f)
def f():
    b = a5.copy()
    v = b[0]
    v[...] = 0
    return b, v
show(f)
show(lambda: a4)
show(lambda: np.kron(a0, a2))
show(lambda: np.flatnonzero((np.mean(a2, axis=1) <= 7)))
show(lambda: np.bitwise_and(a3, a0))
def f():
    b = a4.copy()
    b[:2] = [1, 2, 3]
    return b
show(f)
show(lambda: a5)
show(lambda: a5)
show(lambda: np.heaviside(a1, np.histogram(a0[::-2, :, 0:1], bins=3, range=(0, 5))[0]))
def f():
    b = a5.copy()
    b[2:1] = 7
    return b
show(f)
show(lambda: np.unique(a5, return_counts=True))
def f():
    b = a0.copy()
    v = b[..., 0]
    v[...] = True
    return b, v
show(f)
show(lambda: np.median(np.signbit(a4)))
show(lambda: np.count_nonzero(a3)[[True, False, True]])
def f():
    b = a1.copy()
    v = b[0]
    v[...] = 0.5
    return b, v
show(f)
def f():
    b = a4.copy()
    b //= a4
    return b
show(f)
