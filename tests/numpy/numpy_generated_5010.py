# Made by generate.py 5010 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([-23, 32, 38, 23, -22, 33, -8, 6, -41], 'int64').reshape((3, 3))
a1 = np.array([np.nan, np.nan, 0.0, np.nan, np.nan], 'float16').reshape((5,))
a2 = np.array([53, 20, 79], 'uint8').reshape((3,))
a3 = np.arange(4).astype('uint16').reshape((4,))
a4 = np.array([26], 'uint8').reshape((1,))
a5 = np.random.RandomState(6).randint(0, 100, (2,)).astype('uint16')
show(lambda: (np.result_type(a2, np.fmod(a0, a3)) ^ ((a3 @ a5) == a4)))
def f():
    b = a2.copy()
    v = b[1:]
    v[...] = 0
    return b, v
show(f)
show(lambda: (np.clip(np.nan_to_num(np.setdiff1d(a4, a1)), -100, 100).astype('int32') / np.argmax(a5, axis=2)))
show(lambda: np.broadcast_to(a2, (3, 3)))
show(lambda: np.tril(a2[:2, -1]).mean(axis=2))
show(lambda: np.logical_and(a3, np.nanmean(a4)[:]))
show(lambda: np.ravel(a5).astype('float64'))
def f():
    b = a4.copy()
    b |= 2
    return b
show(f)
show(lambda: np.fmin(a2, ((-a2) | 1)))
def f():
    b = a5.copy()
    b[:, :-1] = a5
    return b
show(f)
def f():
    b = a2.copy()
    b[::-1] = [1, 2, 3]
    return b
show(f)
show(lambda: np.median((a3 @ a0), axis=0))
show(lambda: np.max(np.ceil(np.isnan(a0)), axis=0))
show(lambda: np.nanmean(np.repeat(np.negative(a5), 2, axis=0)))
show(lambda: a2)
show(lambda: a0)
def f():
    b = a5.copy()
    b[None] = [1, 2, 3]
    return b
show(f)
show(lambda: np.squeeze((+np.around(a2, 2))))
show(lambda: np.triu(a5, 1))
show(lambda: np.diag(a2))
show(lambda: np.nonzero((a3).strides))
show(lambda: np.logical_xor(np.copysign(a2, a3), a1)[[True, False, True]])
show(lambda: float(np.sum(a1))[...])
show(lambda: a1)
show(lambda: np.triu(np.partition(a4.ravel(), 0), 1))
show(lambda: a3)
def f():
    b = a1.copy()
    v = b.T
    v[...] = 1e10
    return b, v
show(f)
def f():
    b = a0.copy()
    b[None, [True, False, True]] = True
    return b
show(f)
def f():
    b = a4.copy()
    v = b[..., 0]
    v[...] = -1.5
    return b, v
show(f)
show(lambda: a5)
