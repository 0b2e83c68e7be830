# Made by generate.py 5023 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([0.0, -4.3, 0.363, np.inf, -9, 1e-3], 'float16').reshape((2, 1, 3))
a1 = np.random.RandomState(0).rand(3, 1).astype('float64')
a2 = np.array([40, -24, -20, 40, -48, 21, -15, 1, -49, 29, -22, -33], 'int8').reshape((4, 3))
a3 = np.arange(6).astype('float32').reshape((2, 3))
a4 = np.random.RandomState(6).randint(0, 5, (1,)).astype('int8')
a5 = np.random.RandomState(4).randint(0, 5, (2, 1, 3)).astype('int8')
show(lambda: (a1 @ a5))
def f():
    b = a4.copy()
    b[0:4, np.array([1, 0, 1])] = (a0 % a0)
    return b
show(f)
def f():
    b = a2.copy()
    b[0:0, 1::2] = np.logical_xor(a5, a3)
    return b
show(f)
def f():
    b = a2.copy()
    v = b.reshape(-1)
    v[...] = 2.5
    return b, v
show(f)
show(lambda: np.broadcast_to(a2, (3, 3)))
show(lambda: a4)
show(lambda: np.add.reduce(a1.argmin(axis=0))[..., 0:3])
show(lambda: np.where(a4, 1.5, 2))
def f():
    b = a4.copy()
    v = b[..., 0]
    v[...] = np.int8(3)
    return b, v
show(f)
show(lambda: a3)
show(lambda: a1)
def f():
    b = a0.copy()
    b *= a3
    return b
show(f)
show(lambda: a0)
def f():
    b = a3.copy()
    b //= np.rint(a0)
    return b
show(f)
def f():
    b = a4.copy()
    v = b.reshape(-1)
    v[...] = 2.5
    return b, v
show(f)
def f():
    b = a3.copy()
    b[0, ...] = np.where(a1 > 1, a1, 0)
    return b
show(f)
show(lambda: (a3 == a4))
show(lambda: np.clip(np.nan_to_num(a5), 0, 100).astype('uint32'))
def f():
    b = a5.copy()
    v = b[:, None]
    v[...] = 1
    return b, v
show(f)
show(lambda: np.isin(list(np.nonzero(a4)), [0, 1, 3]))
def f():
    b = a2.copy()
    b[1:2] = [1, 2, 3]
    return b
show(f)
show(lambda: np.var(np.isin(np.gcd(a4, a4), [0, 1, 3]), axis=(0, 1)))
show(lambda: np.ravel(np.tensordot(a5, a3, axes=1)))
show(lambda: np.cumprod((a1 < a5.cumprod(axis=0)), axis=0))
def f():
    b = a2.copy()
    b /= a4[-1]
    return b
show(f)
show(lambda: np.logical_or((300 - a1), np.sum(np.transpose(a0), axis=(0, 1))))
show(lambda: a3)
show(lambda: np.heaviside(np.tile(a2.reshape(-1, 1), (2, 1)), np.stack([a1, a0], axis=-1)[-1:]))
show(lambda: a0[2, 2:3])
show(lambda: (np.nonzero(a1) + a1)[1:])
