# Made by generate.py 5054 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.random.RandomState(2).randint(0, 100, (3,)).astype('uint32')
a1 = np.random.RandomState(4).randint(0, 2, (2,)).astype('int64')
a2 = np.random.RandomState(5).randint(0, 100, (2, 3, 4)).astype('bool')
a3 = np.array([34, 35, 14, -21, -34, -4], 'int8').reshape((2, 1, 3))
a4 = np.random.RandomState(2).randint(0, 2, (2, 1, 3)).astype('bool')
a5 = np.array([50, 60, 47], 'uint32').reshape((3, 1))
show(lambda: a1.astype('float').reshape(2, 3)[1::2])
def f():
    b = a5.copy()
    b |= a3[:-1]
    return b
show(f)
show(lambda: np.concatenate([(a2.min(axis=-1) == np.clip(np.nan_to_num(a0), -100, 100).astype('int64')), np.clip(np.nan_to_num(a1), 0, 100).astype('uint32').argmax(axis=-1)]))
show(lambda: np.fmin(np.meshgrid(a0, (a3 ^ a5)), a3[::-2]))
show(lambda: (a5 != np.var(np.delete(a3, 0))))
show(lambda: (np.swapaxes(a4, 0, -1) == np.floor(a0))[...])
show(lambda: a0)
def f():
    b = a5.copy()
    b[-1] = [1, 2, 3]
    return b
show(f)
def f():
    b = a5.copy()
    v = b.ravel()
    v[...] = -1.5
    return b, v
show(f)
show(lambda: a5)
def f():
    b = a3.copy()
    b[1:1, -2:] = -1
    return b
show(f)
show(lambda: np.insert(a1, 1, 7).min()[:2, np.array([1, 0, 1])])
show(lambda: a0)
show(lambda: np.round(np.sort(np.rot90(a2), axis=0)))
show(lambda: a0)
def f():
    b = a2.copy()
    b[::2] = [1, 2, 3]
    return b
show(f)
show(lambda: a3)
show(lambda: a2)
show(lambda: (a0 * a4.item(0)))
def f():
    b = a1.copy()
    b %= 7
    return b
show(f)
show(lambda: np.delete(a3.astype('float64').astype('str'), 0, axis=0))
show(lambda: np.maximum.accumulate(a5[np.array([1, 0, 1])]))
show(lambda: np.roll(a1, 1)[1::2, [True, False, True]])
show(lambda: np.isinf(a2))
show(lambda: bool(np.any(a0)))
show(lambda: a4)
def f():
    b = a3.copy()
    b[...] = -1
    return b
show(f)
show(lambda: (np.maximum((a0 @ a3), a0.var(axis=None)) != (np.argmax(a5) > a3)))
show(lambda: np.append(a5, [1, 2]))
show(lambda: np.where(a2[...] > 1, a2[...], 0))
