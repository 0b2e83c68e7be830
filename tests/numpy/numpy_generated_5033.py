# Made by generate.py 5033 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.random.RandomState(8).randint(0, 2, (5,)).astype('bool')
a1 = np.array([30, -26, 13, -41, -48, -36, 13, 13, 21], 'int64').reshape((3, 3))
a2 = np.random.RandomState(2).randn(3).astype('float32')
a3 = np.random.RandomState(8).randint(0, 2, (4,)).astype('int8')
a4 = np.array([-29, -37, -14], 'int8').reshape((3,))
a5 = np.array([97], 'uint32').reshape((1,))
show(lambda: (1e-5 % np.rint(np.cross(a0, a0))))
show(lambda: (a0 * np.intersect1d(np.nanmax(a1), np.var(a1, axis=-1, keepdims=True))))
show(lambda: np.where(np.inner(a4, a3)))
show(lambda: ((-np.broadcast_to(a4, (2, 3))) - np.moveaxis(np.minimum(a3, a5), 0, -1)))
show(lambda: np.clip(np.nan_to_num(np.fabs(a2.astype('float64'))), -100, 100).astype('int64'))
show(lambda: np.triu((a2[-3] - np.expand_dims(a4, 0)), 1))
def f():
    b = a2.copy()
    b -= np.copysign(a0, a2)
    return b
show(f)
def f():
    b = a3.copy()
    b *= a1
    return b
show(f)
show(lambda: a2)
show(lambda: np.clip(np.nan_to_num(np.unique(np.square(a2))), 0, 100).astype('uint32'))
def f():
    b = a5.copy()
    b += 3
    return b
show(f)
def f():
    b = a4.copy()
    b[1:] = [1, 2, 3]
    return b
show(f)
show(lambda: np.fliplr(np.tril(np.array([a4, a1]))))
show(lambda: a5)
def f():
    b = a1.copy()
    b[[True, False, True], :] = [1, 2, 3]
    return b
show(f)
show(lambda: np.clip(np.nan_to_num(np.tile(a2, (2, 1))), -100, 100).astype('int8'))
show(lambda: a1)
show(lambda: (np.flatnonzero(a4.var(axis=0)) + 1e-5))
show(lambda: np.nansum((np.clip(np.nan_to_num(a5), -100, 100).astype('int64') * -1.5)))
show(lambda: a5)
show(lambda: a5)
def f():
    b = a4.copy()
    v = b.ravel()
    v[...] = 0.5
    return b, v
show(f)
show(lambda: (np.maximum(np.count_nonzero(a3), (-a3)) == a5[a5 > 1]))
def f():
    b = a3.copy()
    v = b.ravel()
    v[...] = 1
    return b, v
show(f)
show(lambda: np.clip(np.nan_to_num(np.max(a0, axis=None).astype('bool')), -100, 100).astype('int32'))
show(lambda: np.ptp(a5, axis=0))
show(lambda: a4)
show(lambda: a1[::2, 2].astype('str')[1::2, None])
show(lambda: a3)
show(lambda: (a4 * a3)[..., ...])
