# Made by generate.py 5081 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([136.7, 0.0, 0.5, 5, np.inf, np.inf, 8108, 0.1236], 'float32').reshape((2, 2, 2))
a1 = np.array([-5, -0.7, -6.1], 'float64').reshape((3, 1))
a2 = np.array([60, 64, 64, 57, 1, 55, 78, 85, 87, 87, 18, 36], 'uint32').reshape((12,))
a3 = np.random.RandomState(1).randint(0, 2, (3,)).astype('bool')
a4 = np.arange(4).astype('uint8').reshape((4,))
a5 = np.array([356.4, np.nan, 0.2142, 0.792, np.nan, 0.740], 'float64').reshape((2, 1, 3))
show(lambda: np.sign((1 + a5)))
show(lambda: np.minimum(np.degrees(np.kron(a1, a2)), a3))
show(lambda: a4[a4 > 2.5])
show(lambda: a2)
def f():
    b = a3.copy()
    v = b[1:]
    v[...] = 1
    return b, v
show(f)
show(lambda: a1)
show(lambda: np.swapaxes(a5, 0, -1).all(axis=(0, 1)))
show(lambda: a4.all())
show(lambda: a3[a3 > 1])
show(lambda: np.abs(a4))
def f():
    b = a2.copy()
    b |= np.int8(3)
    return b
show(f)
show(lambda: a1)
show(lambda: np.broadcast_to(np.heaviside(a0, a0.reshape(-1, 1)), (3, 3)))
show(lambda: np.around(a0[2, 0:0], 2))
show(lambda: np.stack([a0, np.where((a0 >= np.float32(1.5)))]))
show(lambda: np.median(a2[...].argmin(axis=1), axis=None))
show(lambda: a0)
show(lambda: ((np.atleast_2d(a4) * 3) - -1))
show(lambda: np.fmin(np.clip(np.nan_to_num(a0), -100, 100).astype('int32'), a2)[np.array([1, 0, 1]), ..., :-2])
show(lambda: (np.float64(0.1) / a4))
show(lambda: np.logical_not(a0))
show(lambda: float(np.sum(a5.cumsum(axis=None))))
show(lambda: a2)
show(lambda: np.stack([(a5 | np.min(a4, axis=None)), ((a0 * a4) < (a3 @ a2))]))
show(lambda: a2)
show(lambda: a1)
show(lambda: (np.positive((a2 == a5)) // a0.mean()))
show(lambda: a0)
def f():
    b = a3.copy()
    b /= np.float64(0.1)
    return b
show(f)
show(lambda: np.unique((0 != (a0 + a0)), return_inverse=True)[1])
