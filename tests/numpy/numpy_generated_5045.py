# Made by generate.py 5045 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([47, 7, -36, 7, 19, 30], 'int64').reshape((2, 3))
a1 = np.arange(6).astype('float64').reshape((2, 3))
a2 = np.arange(1).astype('bool').reshape(())
a3 = np.arange(9).astype('bool').reshape((3, 3))
a4 = np.array([np.nan, np.inf, 0.831, -3.4, 783.6, 0.031], 'float32').reshape((2, 3))
a5 = np.arange(6).astype('int16').reshape((2, 3))
def f():
    b = a5.copy()
    b *= a1
    return b
show(f)
show(lambda: np.take(a1, [1, 0], axis=0))
show(lambda: a4)
def f():
    b = a0.copy()
    v = b.T
    v[...] = 1
    return b, v
show(f)
show(lambda: (np.delete(a3, 0, axis=0)[[[0], [1]], :-2, 0:0] ^ a0))
show(lambda: (a0 >= np.vdot(a1, a4)))
show(lambda: np.fmax(np.nonzero(np.isclose(a4, a5)), ((a4 > a5) + a0)))
show(lambda: a4)
show(lambda: np.ptp((np.broadcast_to(a3, (2, 3)) < np.concatenate([a0, a3])), axis=-1))
show(lambda: np.ptp((a4 * 1e-5), axis=0))
show(lambda: a1)
show(lambda: np.clip(np.nan_to_num(np.roll(np.tril(a1), 1)), -100, 100).astype('int32'))
def f():
    b = a3.copy()
    v = b[..., 0]
    v[...] = True
    return b, v
show(f)
show(lambda: (+np.sort((a5 * a0), axis=None)))
show(lambda: a0)
show(lambda: np.array([(a3 / (a3 < a2)), np.degrees(a2)]))
show(lambda: np.rint(np.std(a1, axis=-1, keepdims=True)))
def f():
    b = a2.copy()
    b[...] = a1
    return b
show(f)
def f():
    b = a5.copy()
    b *= np.append(a2, [1, 2])
    return b
show(f)
show(lambda: a3[-3][::2, ::2])
show(lambda: np.argmax(a1.argmax(axis=2), axis=0))
show(lambda: a4.reshape(3, -1))
show(lambda: a2)
show(lambda: a3)
show(lambda: np.nanmax(a3))
show(lambda: a2)
def f():
    b = a1.copy()
    b[np.array([1, 0, 1])] = 1
    return b
show(f)
show(lambda: np.dot(a0, a4).astype('str'))
show(lambda: np.repeat(a1, 2)[::2])
show(lambda: (a2 & (a0 + a4)).var(axis=-1))
