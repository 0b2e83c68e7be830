# Made by generate.py 5001 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([44, 49, 22, 20, -35, -44, -34, 41, 23, -23, 19, -2], 'int8').reshape((12,))
a1 = np.array([49, 50, 6, 50, 93, 71, 67, 92, 72, 52, 71, 28, 44, 18, 51, 66, 1, 46, 48, 46, 53, 67, 41, 10], 'uint32').reshape((2, 3, 4))
a2 = np.array([np.nan, np.nan, np.nan, -0.007, np.nan, np.nan], 'float64').reshape((2, 3))
a3 = np.array([], 'uint32').reshape((0,))
a4 = np.array([True, False, True, True, False, True], 'bool').reshape((2, 3))
a5 = np.array([True, True], 'bool').reshape((2,))
show(lambda: (np.flipud(a5) // np.uint8(200)).astype('str'))
show(lambda: (0 - a2))
def f():
    b = a2.copy()
    b[0:1] = [1, 2, 3]
    return b
show(f)
show(lambda: a1)
show(lambda: np.roll(a4.min()[::-2], 1))
show(lambda: a5[1::2, ...])
show(lambda: a3)
show(lambda: a3)
show(lambda: (100 > np.concatenate([a5, np.unique(a5, return_counts=True)], axis=1)))
def f():
    b = a3.copy()
    v = b[:, None]
    v[...] = 2
    return b, v
show(f)
show(lambda: (np.ravel(np.rint(a1)) >= np.diff(a1.argmax(axis=-1))))
show(lambda: np.fmax((a0[0] * 100), a0[a0 > 2.5]))
def f():
    b = a1.copy()
    b /= np.float64(0.1)
    return b
show(f)
show(lambda: abs(np.transpose(a0)))
show(lambda: np.abs((a4 > (a0 % 2.5))))
show(lambda: a2)
show(lambda: a0)
show(lambda: (np.sum(a1, axis=None)[np.array([1, 0, 1])] % 300))
show(lambda: a0)
show(lambda: a2[a2 > 0])
show(lambda: (a2 + a0[:3])[1::2])
show(lambda: (np.heaviside(a0[a0 > 2.5], a0.astype('float64')) == a2))
def f():
    b = a0.copy()
    b %= 300
    return b
show(f)
def f():
    b = a5.copy()
    b[[True, False, True], None] = [1, 2, 3]
    return b
show(f)
show(lambda: a5)
show(lambda: a3)
show(lambda: np.logical_xor(np.pad(a1, 1), np.trunc((a2 + a3))))
def f():
    b = a5.copy()
    b[...] = np.nan
    return b
show(f)
def f():
    b = a4.copy()
    b &= 1e-5
    return b
show(f)
show(lambda: np.min(a4, axis=-1))
