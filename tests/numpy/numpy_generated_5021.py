# Made by generate.py 5021 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.arange(12).astype('bool').reshape((12,))
a1 = np.array([1847, np.nan, 0.497, -5.1, 1e-3], 'float32').reshape((5,))
a2 = np.array([3, 9, 40], 'uint64').reshape((3, 1))
a3 = np.array([11, 6], 'int16').reshape((2,))
a4 = np.array([0.0, np.nan, 0.0], 'float16').reshape((1, 3))
a5 = np.random.RandomState(4).randint(0, 5, (4, 3)).astype('int32')
def f():
    b = a5.copy()
    v = b[..., 0]
    v[...] = 100
    return b, v
show(f)
show(lambda: (bool(np.any(np.roll(a1, -1, axis=0))) < a5[[0, -1]].cumsum(axis=None)))
show(lambda: np.argwhere((np.atleast_2d(a1) - 3)))
show(lambda: (np.sum(a0[np.array([1, 0, 1]), :, np.array([1, 0, 1])], axis=-1, keepdims=True) + np.ravel((a4 / np.int8(3)))))
show(lambda: abs(((a0 + a0) & a2[1:, [True, False, True]])))
show(lambda: np.swapaxes(a3.astype('str'), 0, -1))
def f():
    b = a4.copy()
    b %= 2
    return b
show(f)
def f():
    b = a3.copy()
    b *= -1
    return b
show(f)
show(lambda: a5)
show(lambda: (a0 > np.digitize(a0, [0, 1, 5])))
show(lambda: np.logical_and(a4.prod(), (a2 + a4)).reshape(-1, 1))
show(lambda: a5)
show(lambda: np.fmod(np.argmax((a3 + a5)), len(np.percentile(a0, 30))))
show(lambda: a4.var())
show(lambda: a2)
show(lambda: a1)
show(lambda: (a4 / np.inf))
def f():
    b = a3.copy()
    b += 7
    return b
show(f)
show(lambda: np.clip(np.nan_to_num(a4), -100, 100).astype('int64'))
def f():
    b = a5.copy()
    v = b[:, None]
    v[...] = 3
    return b, v
show(f)
show(lambda: a0)
def f():
    b = a4.copy()
    b *= np.array_equal(a3, a0)
    return b
show(f)
show(lambda: np.clip(np.transpose((a0 | a1)), 0, 3))
def f():
    b = a4.copy()
    v = b.ravel()
    v[...] = True
    return b, v
show(f)
show(lambda: (np.transpose(a4).ravel() < np.diag(a3[None, 1, 2])))
def f():
    b = a3.copy()
    v = b.ravel()
    v[...] = 300
    return b, v
show(f)
show(lambda: (np.clip(a3, 0, 3) * (np.uint8(200) == a5)).astype('bool'))
show(lambda: a2)
def f():
    b = a5.copy()
    b %= -1
    return b
show(f)
show(lambda: np.min((np.bitwise_and(a4, a3) - np.column_stack([a5, a4])), axis=1))
