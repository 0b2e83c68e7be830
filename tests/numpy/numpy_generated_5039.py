# Made by generate.py 5039 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.arange(3).astype('int64').reshape((3,))
a1 = np.array([25, -47, 17], 'int8').reshape((1, 3))
a2 = np.array([-37], 'int32').reshape((1,))
a3 = np.arange(12).astype('uint8').reshape((4, 3))
a4 = np.random.RandomState(6).randint(0, 100, (3,)).astype('uint32')
a5 = np.array([-35, -22, 1], 'int32').reshape((3,))
show(lambda: a1[3, 0:4])
show(lambda: (np.histogram(np.flatnonzero(a1), bins=3, range=(0, 5))[0] * 1e10))
show(lambda: np.take(a5, [0, 1]))
show(lambda: np.minimum(np.roll(a5, -1, axis=0), np.tile(a5, (2, 1))[[[0], [1]]]))
show(lambda: np.allclose(a4, a2))
def f():
    b = a5.copy()
    v = b[0]
    v[...] = 7
    return b, v
show(f)
show(lambda: (a2 & (np.column_stack([a5, a0]) * np.diag(a4))))
show(lambda: np.heaviside(np.trunc(np.mean(a3, axis=2)), a1))
show(lambda: a2)
show(lambda: np.append(a5, np.median(np.logical_xor(a2, a3), axis=1)))
show(lambda: (np.round(np.diag(a1)) | np.min(len(a4), axis=1)))
def f():
    b = a2.copy()
    v = b.reshape(-1)
    v[...] = np.nan
    return b, v
show(f)
show(lambda: ((a4 % np.vstack([a5, a1])) * a5.reshape(2, 3)[:, 1]))
show(lambda: np.fmod(a1, np.std(np.minimum(a3, a4), axis=-1, keepdims=True)))
show(lambda: list(np.maximum(a5.sum(axis=(0, 1)), (a2 - a5))))
show(lambda: np.repeat(np.copysign(a2, (a2 - a1)), 2, axis=0))
show(lambda: a2)
show(lambda: np.tensordot(a2, a3, axes=1))
def f():
    b = a2.copy()
    b &= (a1 - 1e-5)
    return b
show(f)
show(lambda: np.floor((a1[1, [0, -1]] - (a5 - a5))))
show(lambda: np.fmin(np.clip((a1 + a1), -0.5, 0.5), a5))
show(lambda: np.min((np.ptp(a0, axis=-1) ^ np.column_stack([a2, a2])), axis=0))
show(lambda: a3)
show(lambda: np.logical_xor((a0.reshape(3, -1) + (a1 == np.int8(3))), (a2.reshape(-1) + np.float32(1.5))))
show(lambda: a4.any())
show(lambda: np.sum(a5, axis=-1, keepdims=True))
show(lambda: (np.sort(np.clip(np.nan_to_num(a0), -100, 100).astype('int16')) * a4))
show(lambda: a2)
def f():
    b = a0.copy()
    v = b[::-1]
    v[...] = 1e-5
    return b, v
show(f)
def f():
    b = a0.copy()
    b[0:] = [1, 2, 3]
    return b
show(f)
