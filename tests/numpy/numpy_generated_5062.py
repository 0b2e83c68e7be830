# Made by generate.py 5062 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.arange(24).astype('uint64').reshape((2, 3, 4))
a1 = np.array([-49], 'int16').reshape(())
a2 = np.array([96, 0, 7, 2, 1, 60, 96, 16, 46, 11, 30, 98], 'uint16').reshape((3, 4))
a3 = np.array([93, 57, 29, 18], 'uint32').reshape((4,))
a4 = np.arange(9).astype('float16').reshape((3, 3))
a5 = np.array([91, 62, 49], 'uint64').reshape((3,))
def f():
    b = a5.copy()
    b |= a0
    return b
show(f)
def f():
    b = a5.copy()
    b[[[0], [1]], [[0], [1]]] = np.uint8(200)
    return b
show(f)
show(lambda: (np.moveaxis(np.array([a4, a4]), 0, -1) >= -1.5))
show(lambda: a2)
show(lambda: np.repeat(a3, 2, axis=0))
show(lambda: a2)
show(lambda: np.swapaxes(a1, 0, -1))
show(lambda: np.outer(a5, a3))
show(lambda: (3 <= a4).var(axis=2).astype('float32'))
show(lambda: (3 & a3.std(axis=(0, 1))[:, [[0], [1]]]))
show(lambda: (a5).strides)
show(lambda: np.trunc(str((a3 * 0.5))))
show(lambda: ((np.sqrt(a1) + a2) != a4))
show(lambda: a3)
show(lambda: np.all(np.squeeze(np.prod(a1)), axis=-1, keepdims=True))
def f():
    b = a2.copy()
    b &= -1
    return b
show(f)
show(lambda: np.clip(np.nan_to_num(a4), -100, 100).astype('int8'))
show(lambda: np.tensordot(a0, a0, axes=1))
def f():
    b = a2.copy()
    b[1] = a4.T
    return b
show(f)
show(lambda: np.trace(np.positive(bool(np.any(a3)))))
def f():
    b = a2.copy()
    b[[[0], [1]]] = np.uint8(200)
    return b
show(f)
show(lambda: np.dot(a5, a2))
def f():
    b = a5.copy()
    v = b.ravel()
    v[...] = 1e-5
    return b, v
show(f)
def f():
    b = a1.copy()
    b *= a0
    return b
show(f)
show(lambda: np.logical_xor(np.sum(a3[a3 > 1], axis=0), a2))
show(lambda: (a0 | 2)[1::2])
show(lambda: np.abs(a4))
show(lambda: a5)
show(lambda: (np.isin((a1 // 0), [0, 1, 3]) % -1))
show(lambda: (np.bitwise_and(np.stack([a1, a5], axis=-1), np.tile(a5, 2)) < a1))
