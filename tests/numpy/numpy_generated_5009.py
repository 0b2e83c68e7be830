# Made by generate.py 5009 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([False, True, False, False, True], 'bool').reshape((5,))
a1 = np.random.RandomState(2).randint(0, 5, (3,)).astype('bool')
a2 = np.array([55, 7, 10], 'uint16').reshape((1, 3))
a3 = np.array([47], 'uint32').reshape((1,))
a4 = np.random.RandomState(0).randint(0, 5, (2, 3, 4)).astype('uint32')
a5 = np.array([], 'float16').reshape((0,))
show(lambda: np.unique(a2, return_inverse=True)[1])
show(lambda: a4)
def f():
    b = a0.copy()
    b /= 0.5
    return b
show(f)
show(lambda: np.nan_to_num(np.append(np.append(a4, [1, 2]), [1, 2])))
show(lambda: np.logical_xor(a4, (np.any(a0, axis=-1) * np.float32(1.5))))
show(lambda: np.lcm(a2.reshape(-1), a2))
show(lambda: (np.int8(3) == a2.astype('bool')).reshape(2, 3))
show(lambda: np.ceil(np.sum(np.inner(a2, a3), axis=0, keepdims=True)))
show(lambda: np.vstack([a0, (a4 == 0)]).item(0))
show(lambda: np.unique(np.sign(np.roll(a1, -1, axis=0))))
show(lambda: a0)
show(lambda: np.tile((a3[[True, False, True], 0:] ^ np.isfinite(a1)), (2, 1)))
show(lambda: np.clip(np.nan_to_num(float(np.sum((1 == a3)))), 0, 100).astype('uint16'))
show(lambda: np.bitwise_and((0.5 * a2.ravel()), np.clip(np.nan_to_num(a3), 0, 100).astype('uint64')))
show(lambda: a0)
show(lambda: np.fmod(a5, (a1 * a0).astype('str')))
show(lambda: np.diag(a1))
show(lambda: (np.atleast_2d((a4 + a5)) < np.fmax(a3, a3)[[True, False, True], 1:, [True, False, True]]))
show(lambda: a5)
def f():
    b = a3.copy()
    v = b[..., 0]
    v[...] = 300
    return b, v
show(f)
show(lambda: a2)
show(lambda: np.searchsorted([0, 1, 2, 5], (a1[:-2] < [x for x in a4])))
show(lambda: ((~a0[[True, False, True]])).shape)
show(lambda: (np.round(np.around(a4, 2), 1) ^ a5[a5 > 2.5]))
show(lambda: a2)
show(lambda: a0.reshape(-1))
show(lambda: a0)
show(lambda: np.any(np.take(np.ptp(a1, axis=1), [1, 0], axis=0), axis=0, keepdims=True))
show(lambda: a2)
show(lambda: np.percentile(np.flip(a3)[:], 30))
