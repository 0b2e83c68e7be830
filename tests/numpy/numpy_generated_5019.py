# Made by generate.py 5019 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([], 'int64').reshape((0,))
a1 = np.arange(12).astype('int64').reshape((3, 4))
a2 = np.arange(6).astype('int64').reshape((2, 3))
a3 = np.array([2.2, np.inf], 'float64').reshape((2,))
a4 = np.array([3, 94, 32, 7, 45, 86], 'uint64').reshape((2, 3))
a5 = np.arange(4).astype('float32').reshape((4,))
show(lambda: (a5 + (a2 > -1.5))[...])
show(lambda: np.sum(np.heaviside(a4, a1)[::2, 1:], axis=2))
show(lambda: a3)
show(lambda: a1)
def f():
    b = a2.copy()
    v = b.T
    v[...] = 0.5
    return b, v
show(f)
show(lambda: np.logical_xor(np.hstack([a4, a1.var(axis=(0, 1))]), np.degrees(a3)))
show(lambda: np.tile(a2, (2, 1)))
show(lambda: (a2.min(axis=0) - np.argsort(a4, kind="stable")))
show(lambda: (((a1 | -1) // np.tile(a2, 2)) - ((a3).strides < a3)))
show(lambda: (np.fmax(a0, np.tile(a1, (2, 1))) % a5.astype('float64')[0:1, None]))
show(lambda: a0)
show(lambda: np.sum((np.int8(3) & (a3 >= a3)), axis=1))
show(lambda: (~([x for x in a0] - np.maximum(a5, a1))))
show(lambda: (a5.flatten() + a5))
show(lambda: a5)
show(lambda: np.argmin(np.rot90(a1), axis=-1).astype('bool'))
def f():
    b = a0.copy()
    b //= 3
    return b
show(f)
show(lambda: np.clip(np.nan_to_num(np.floor((a4 != 7))), -100, 100).astype('int8'))
show(lambda: np.broadcast_to(np.clip(np.nan_to_num((1e10 < a1)), -100, 100).astype('int64'), (3, 3)))
def f():
    b = a4.copy()
    v = b.ravel()
    v[...] = -1.5
    return b, v
show(f)
show(lambda: a1)
def f():
    b = a5.copy()
    b //= a2
    return b
show(f)
show(lambda: np.sum(np.array_equal((a2 * a5), np.nonzero(a0)), axis=-1))
show(lambda: np.take(np.logical_or(a3, a5)[[True, False, True], ::-1], [0, 1]))
show(lambda: a4)
def f():
    b = a4.copy()
    b[1::2, [[0], [1]]] = np.argwhere(a4)
    return b
show(f)
show(lambda: (np.digitize(a2, [0, 1, 5]) | 300).astype('float16'))
def f():
    b = a5.copy()
    b[..., -2:] = [1, 2, 3]
    return b
show(f)
show(lambda: np.tile(np.roll(a0.astype('bool'), -1, axis=0), (2, 1)))
def f():
    b = a4.copy()
    b[-2:, :1] = np.vstack([a4, a3])
    return b
show(f)
