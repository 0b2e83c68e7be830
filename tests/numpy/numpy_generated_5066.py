# Made by generate.py 5066 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([45], 'int32').reshape(())
a1 = np.arange(12).astype('int64').reshape((3, 4))
a2 = np.random.RandomState(2).rand(3).astype('float32')
a3 = np.arange(9).astype('float64').reshape((3, 3))
a4 = np.array([47, 85, 94, 91, 11, 51], 'uint16').reshape((2, 3))
a5 = np.random.RandomState(4).randint(0, 100, (3,)).astype('uint32')
show(lambda: np.dot(a3, a3)[None, 1::2, None])
show(lambda: a1)
show(lambda: np.logical_or(np.argmax(a3, axis=0), a0)[0, None])
def f():
    b = a1.copy()
    b %= a3.reshape(2, 3)
    return b
show(f)
show(lambda: np.where(np.ptp(a2, axis=0), 1.5, 2))
show(lambda: np.expand_dims(np.cumsum(a4, axis=0).var(axis=2), 0))
show(lambda: a1)
show(lambda: ((-1 - a3[[[0], [1]]]) + np.ptp(a1, axis=1)))
show(lambda: np.rint(np.ptp(a3.prod(axis=0))))
def f():
    b = a0.copy()
    b[:, None] = 0
    return b
show(f)
show(lambda: np.flipud(np.trunc(np.append(a1, [1, 2]))))
show(lambda: (a2 // 300)[-3, [[0], [1]], 2:][::-1, 1])
show(lambda: a1)
def f():
    b = a4.copy()
    b //= 7
    return b
show(f)
def f():
    b = a1.copy()
    b[None] = a4.any(axis=2)
    return b
show(f)
show(lambda: np.take((bool(np.any(a0)) < np.float32(1.5)), [0, 1]))
def f():
    b = a0.copy()
    b[:0] = [1, 2, 3]
    return b
show(f)
show(lambda: np.floor((np.concatenate([a3, a3], axis=1) ^ np.maximum(a0, a3))))
show(lambda: (np.var(np.diff(a5), axis=(0, 1)) - a0))
show(lambda: a2.astype('float64'))
def f():
    b = a0.copy()
    v = b[..., 0]
    v[...] = 1
    return b, v
show(f)
show(lambda: np.logical_xor((np.fmin(a0, a1) - a0[[True, False, True], 1::2]), np.minimum((1 * a3), a4)))
show(lambda: a0)
show(lambda: ((0 == a5) % np.var(a4, axis=1)).var(axis=0))
show(lambda: a2)
show(lambda: np.squeeze((a1[-2:, 1:2, 2:0] | np.isclose(a1, a2))))
show(lambda: a3)
show(lambda: (list(a5)[[True, False, True]] * 2.5))
def f():
    b = a2.copy()
    v = b[:, None]
    v[...] = 0
    return b, v
show(f)
show(lambda: a2)
