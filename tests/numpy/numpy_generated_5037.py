# Made by generate.py 5037 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([72, 93, 62, 75], 'uint16').reshape((4,))
a1 = np.array([14, 78, 79, 24, 10, 67, 40, 46, 80, 77, 7, 29], 'uint64').reshape((4, 3))
a2 = np.array([-31, 25, 2], 'int32').reshape((3,))
a3 = np.array([62, 88, 88, 86, 44, 69, 78, 65, 31, 25, 99, 9], 'uint64').reshape((12,))
a4 = np.arange(6).astype('int8').reshape((2, 3))
a5 = np.array([np.inf], 'float16').reshape((1,))
def f():
    b = a2.copy()
    v = b[0]
    v[...] = 0.5
    return b, v
show(f)
show(lambda: (a5[[0, -1], ::-1] - np.sum(a4.var(axis=1))))
show(lambda: a4[::-1])
def f():
    b = a2.copy()
    b[...] = [1, 2, 3]
    return b
show(f)
show(lambda: a3.reshape(-1, 1))
show(lambda: a0[:1, 1::2].sum(axis=-1))
show(lambda: ((a5 * a3)[[[0], [1]]] - (a3 * a3)[1::2]))
def f():
    b = a2.copy()
    b -= 0
    return b
show(f)
show(lambda: a4)
def f():
    b = a2.copy()
    b[0:3] = [1, 2, 3]
    return b
show(f)
show(lambda: np.diag(a1.std()[None]))
show(lambda: np.cumprod(a4.astype('float32'), axis=0)[[0, -1]])
show(lambda: (np.min((a1 != a0), axis=(0, 1)) ^ np.isinf(a0)))
show(lambda: (np.broadcast_to(np.median(a0, axis=0), (2, 3)) != np.uint8(200)))
show(lambda: np.clip(np.nan_to_num(np.array([a5[-2:, np.array([1, 0, 1]), np.array([1, 0, 1])], a1[-3, [0, -1], :]])), 0, 100).astype('uint8'))
show(lambda: a5)
show(lambda: (a4[..., None, 0:] ^ np.column_stack([np.sort(a2, axis=0), a0[1::2]])))
show(lambda: a5)
show(lambda: a1)
show(lambda: np.ceil(a5))
show(lambda: np.heaviside(a4.argmax(axis=2), a0[::2]).var())
show(lambda: a3)
show(lambda: a5)
show(lambda: np.heaviside(a3, a0)[[0, -1]])
show(lambda: np.logical_or(np.logical_or(a4, a0), a1).T)
def f():
    b = a2.copy()
    b -= a1[None]
    return b
show(f)
def f():
    b = a1.copy()
    b[-1] = a4.astype('float')
    return b
show(f)
show(lambda: (a3 & np.min(a2)))
show(lambda: a2)
show(lambda: a1)
