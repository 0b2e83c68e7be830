# Made by generate.py 5056 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.random.RandomState(8).randn(2, 1, 3).astype('float64')
a1 = np.arange(6).astype('uint8').reshape((2, 3))
a2 = np.array([], 'int16').reshape((0,))
a3 = np.random.RandomState(7).randint(0, 5, (3, 3)).astype('int16')
a4 = np.array([36, 13, 29, 30], 'uint16').reshape((4,))
a5 = np.array([-50, -7, 47, 12, -11, 5, -36, -19, -25, 3, 4, -21], 'int8').reshape((12,))
show(lambda: np.diff((np.uint8(200) - a4), axis=0))
show(lambda: np.concatenate([np.logical_and(a0, a0), np.sqrt(a1)], axis=1))
show(lambda: a1)
show(lambda: np.add.reduce(a5))
def f():
    b = a0.copy()
    b[3] = [1, 2, 3]
    return b
show(f)
show(lambda: a0)
show(lambda: np.concatenate([a2, a3]))
show(lambda: np.diff(np.transpose(a4), axis=0))
show(lambda: np.isin(a5, [0, 1, 3])[...])
def f():
    b = a5.copy()
    b /= 2
    return b
show(f)
show(lambda: a0)
def f():
    b = a4.copy()
    v = b.reshape(-1)
    v[...] = 300
    return b, v
show(f)
show(lambda: np.clip(np.nan_to_num(a0), -100, 100).astype('int64'))
show(lambda: ((100 > a4) * a0))
show(lambda: len(a0))
show(lambda: a2)
show(lambda: np.vstack([np.column_stack([np.squeeze(a2), a4[:0, 0:]]), a4[a4 > 0]]))
show(lambda: a3)
def f():
    b = a0.copy()
    b /= bool(np.any(a5))
    return b
show(f)
show(lambda: (~np.fmod(np.where(a5 > 1, a5, 0), np.clip(np.nan_to_num(a0), 0, 100).astype('uint64'))))
show(lambda: a1)
show(lambda: np.floor(np.diff(a0[[True, False, True]], axis=0)))
def f():
    b = a3.copy()
    b[2:] = a0.max()
    return b
show(f)
show(lambda: a2[a2 > 1])
show(lambda: np.stack([a0, a4], axis=-1))
show(lambda: np.heaviside(np.negative(a2).argmax(axis=None), [x for x in a5]))
show(lambda: len(a5.var(axis=0)))
show(lambda: np.lcm(np.unique((a1 | a4), return_inverse=True)[1], a2[:0].std(axis=0, keepdims=True)))
def f():
    b = a4.copy()
    b[1::2] = np.inf
    return b
show(f)
show(lambda: np.broadcast_arrays(np.logical_and(np.nansum(a2), a0[0:2, :]), a5[:].all(axis=2)))
