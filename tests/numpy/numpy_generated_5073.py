# Made by generate.py 5073 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([-50, 3], 'int8').reshape((2,))
a1 = np.array([10, 0, 31], 'int64').reshape((1, 3))
a2 = np.array([6.247], 'float64').reshape((1,))
a3 = np.random.RandomState(2).randn(2, 2, 2).astype('float64')
a4 = np.random.RandomState(4).rand(5).astype('float32')
a5 = np.array([22, -17, -31], 'int32').reshape((3,))
def f():
    b = a5.copy()
    b |= np.clip(np.nan_to_num(a3), 0, 100).astype('uint16')
    return b
show(f)
def f():
    b = a2.copy()
    b[[True, False, True], [[0], [1]]] = 1
    return b
show(f)
show(lambda: np.cumprod((a1 * np.moveaxis(a3, 0, -1))))
show(lambda: (a5 >= True))
show(lambda: (a5 > np.union1d((+a3), (-1.5 & a0))))
show(lambda: np.clip(np.nan_to_num(a0), -100, 100).astype('int8').astype('float16').std(axis=-1, keepdims=True))
show(lambda: a1)
def f():
    b = a5.copy()
    v = b.ravel()
    v[...] = 0
    return b, v
show(f)
def f():
    b = a1.copy()
    v = b[0]
    v[...] = 1e10
    return b, v
show(f)
show(lambda: (0 + (a5 - -1.5)))
show(lambda: np.tile(np.logical_and(np.array([a4, a5]), a2[None, [0, -1]]), (2, 1)))
show(lambda: a2)
show(lambda: (np.append(a3, [1, 2]) >= a1[np.array([1, 0, 1])]))
def f():
    b = a3.copy()
    v = b.T
    v[...] = 100
    return b, v
show(f)
def f():
    b = a0.copy()
    b %= 0.5
    return b
show(f)
show(lambda: np.clip(np.nan_to_num(a4), 0, 100).astype('uint64'))
def f():
    b = a4.copy()
    b -= np.float64(0.1)
    return b
show(f)
show(lambda: bool(np.any(a5.mean(axis=0, keepdims=True))))
show(lambda: np.delete(a0[[[0], [1]], 1], 0))
show(lambda: a2)
show(lambda: np.nanmean(a1))
show(lambda: a2[a2 > 0])
def f():
    b = a5.copy()
    b[0:2] = np.int8(3)
    return b
show(f)
def f():
    b = a3.copy()
    b[-2, ::-2] = [1, 2, 3]
    return b
show(f)
def f():
    b = a2.copy()
    v = b.reshape(-1)
    v[...] = 300
    return b, v
show(f)
show(lambda: np.max((np.tile(a1, 2) + -1), axis=2))
def f():
    b = a4.copy()
    b |= 3
    return b
show(f)
show(lambda: a0[[[0], [1]], [0, -1], [True, False, True]])
def f():
    b = a1.copy()
    v = b[::-1]
    v[...] = 0
    return b, v
show(f)
show(lambda: (np.triu(a1, 1) * -1.5)[:3, :1])
