# Made by generate.py 5075 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.random.RandomState(3).randint(0, 2, (4,)).astype('uint32')
a1 = np.array([71, 61, 72], 'uint32').reshape((3,))
a2 = np.array([1e-3, -2.5, 0.01958], 'float64').reshape((3,))
a3 = np.random.RandomState(2).randint(0, 2, (4, 3)).astype('int32')
a4 = np.arange(5).astype('float64').reshape((5,))
a5 = np.random.RandomState(2).randint(0, 100, (2, 3)).astype('int32')
def f():
    b = a1.copy()
    v = b[:, None]
    v[...] = np.uint8(200)
    return b, v
show(f)
show(lambda: np.tensordot(a2, a1, axes=1))
show(lambda: (3 & a0)[::2])
show(lambda: (a1 - np.clip(np.nan_to_num(a2), 0, 100).astype('uint8'))[[0, -1]])
show(lambda: np.abs(np.flatnonzero(a5))[[[0], [1]], 1::2, :])
show(lambda: np.sign((a1.astype('float64') // np.gcd(a1, a3))))
show(lambda: (np.float64(0.1) + a0.astype('float16')).reshape(-1))
show(lambda: np.insert(a5, 1, 7))
show(lambda: np.diag(np.sum((a2 & a2), axis=-1)))
show(lambda: np.unique(a1, return_inverse=True)[1])
show(lambda: np.argmax(np.transpose((a5 % a2)), axis=0))
show(lambda: np.flatnonzero(np.logical_not((a5 * a3))))
def f():
    b = a2.copy()
    b |= 7
    return b
show(f)
def f():
    b = a2.copy()
    b -= True
    return b
show(f)
show(lambda: np.array([a2[a2 > 0], np.result_type(a5[:], a4.astype('float32'))]))
show(lambda: a2[a2 > 1])
show(lambda: np.prod((np.squeeze(a4) == a1.tolist()), axis=-1, keepdims=True))
show(lambda: np.diag(np.tile(np.expand_dims(a4, 0), 2)))
show(lambda: np.argsort(a2.var(axis=1)[:, np.array([1, 0, 1])], kind="stable"))
show(lambda: a2[-3, None])
show(lambda: a1)
show(lambda: float(np.sum(np.fmax(a0, a4)))[:, 1:0])
show(lambda: a3)
show(lambda: ((a1 / np.uint8(200)).max(axis=2) + np.fmin((a4 % a1), a4)))
show(lambda: [x for x in a4])
show(lambda: np.logical_or(np.maximum(np.diff(a3, axis=0), a3.T), np.roll(a3, -1, axis=0)))
show(lambda: a3)
def f():
    b = a2.copy()
    v = b.reshape(-1)
    v[...] = np.float32(1.5)
    return b, v
show(f)
show(lambda: a3)
def f():
    b = a1.copy()
    b[::-2, :0] = [1, 2, 3]
    return b
show(f)
