# Made by generate.py 5069 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([-7.7, 0.1358, 1e-3, -2.6, 10.12, np.nan, np.nan, 0.0], 'float64').reshape((2, 2, 2))
a1 = np.array([98, 61, 28], 'uint8').reshape((3, 1))
a2 = np.random.RandomState(6).randint(0, 100, (3,)).astype('int64')
a3 = np.random.RandomState(1).randint(0, 2, (2, 3)).astype('uint32')
a4 = np.random.RandomState(1).rand(1).astype('float64')
a5 = np.random.RandomState(3).randint(0, 5, (5,)).astype('uint8')
show(lambda: np.result_type(np.result_type(a4, a3.ravel()), np.clip(np.nan_to_num(a0.argmax(axis=1)), -100, 100).astype('int32')))
show(lambda: a0)
show(lambda: (np.flip(a0) >= a4.astype('float64')))
show(lambda: a4)
show(lambda: np.count_nonzero(a0))
show(lambda: a3)
show(lambda: np.round(np.flip(np.all(a0, axis=(0, 1)))))
show(lambda: a2)
show(lambda: np.triu(a3, 1))
show(lambda: a4)
show(lambda: list(np.array_equal(np.clip(np.nan_to_num(a2), -100, 100).astype('int32'), (a3 + a1))))
show(lambda: a1.astype('float'))
show(lambda: np.moveaxis(a4, 0, -1))
show(lambda: np.median(np.partition(a4.ravel(), 0), axis=-1))
show(lambda: ((np.clip(np.nan_to_num(a4), 0, 100).astype('uint32') & a5[a5 > 0]) & (np.partition(a0.ravel(), 0) | a3.reshape(3, -1))))
show(lambda: np.vdot(a3, a3).astype('bool'))
def f():
    b = a1.copy()
    b[::-1, 2:2] = [1, 2, 3]
    return b
show(f)
show(lambda: a0)
show(lambda: a5)
show(lambda: np.negative(np.clip(np.nan_to_num(a3), -100, 100).astype('int32')).all(axis=1))
show(lambda: a0)
show(lambda: np.isclose(np.result_type((a0 & a0), [x for x in a2]), a0[None].astype('bool')))
show(lambda: (a4.astype('float32') % np.tile(a0, 2).astype('float16')))
show(lambda: a0)
show(lambda: a1)
show(lambda: np.cumsum(((a1 != a4) * (a5 == a1)), axis=-1))
def f():
    b = a5.copy()
    b[...] = [1, 2, 3]
    return b
show(f)
show(lambda: (np.isin(a3, [0, 1, 3]) + np.inner(a0, a0)).argmax(axis=0))
show(lambda: np.abs(np.nan_to_num(np.negative(a0))))
show(lambda: a0)
