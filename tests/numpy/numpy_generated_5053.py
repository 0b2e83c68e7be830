# Made by generate.py 5053 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.arange(3).astype('int16').reshape((3,))
a1 = np.arange(4).astype('uint32').reshape((4,))
a2 = np.array([2, 60], 'uint32').reshape((2,))
a3 = np.array([True, True, False], 'bool').reshape((3,))
a4 = np.arange(3).astype('float64').reshape((3,))
a5 = np.arange(1).astype('float32').reshape(())
show(lambda: a2)
show(lambda: np.cumprod(a1, axis=-1))
show(lambda: np.minimum(a2, a2).var(axis=2)[:2, :3])
show(lambda: a3.astype('float64'))
show(lambda: np.degrees(a4))
def f():
    b = a2.copy()
    b *= 300
    return b
show(f)
show(lambda: np.union1d(a3, np.take(np.diag(a4), [1, 0], axis=0)))
show(lambda: np.bitwise_and(np.atleast_2d(a5)[...], a2[a2 > 0]))
show(lambda: a2)
show(lambda: a1)
def f():
    b = a3.copy()
    v = b[1:]
    v[...] = 100
    return b, v
show(f)
show(lambda: a4)
show(lambda: np.outer(a0, a3))
def f():
    b = a0.copy()
    b[None, [True, False, True]] = np.nan
    return b
show(f)
show(lambda: np.pad((a4 - a4), 1).astype('float32'))
def f():
    b = a2.copy()
    v = b[0]
    v[...] = np.int8(3)
    return b, v
show(f)
def f():
    b = a3.copy()
    b[[0, -1]] = 2.5
    return b
show(f)
show(lambda: a1)
show(lambda: a3.astype('float64'))
def f():
    b = a4.copy()
    v = b.ravel()
    v[...] = -1
    return b, v
show(f)
def f():
    b = a5.copy()
    b[[0, -1], np.array([1, 0, 1])] = [1, 2, 3]
    return b
show(f)
show(lambda: a5.std())
show(lambda: a5)
show(lambda: a1[a1 > 0].astype('str'))
show(lambda: (np.ceil((a4 * a0)) * 0))
show(lambda: np.broadcast_to(a5.std(), (3, 3)))
show(lambda: np.diag(np.clip(np.nan_to_num(a3.argmax(axis=2)), -100, 100).astype('int64')))
show(lambda: np.triu(a2, 1))
show(lambda: np.round(np.logical_xor(a4, np.partition(a3.ravel(), 0))))
def f():
    b = a1.copy()
    v = b.ravel()
    v[...] = 7
    return b, v
show(f)
