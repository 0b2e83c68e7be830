# Made by generate.py 5022 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.array([np.nan, -3, -0.431, 0.06593, 6.091], 'float32').reshape((5,))
a1 = np.random.RandomState(6).rand(0).astype('float32')
a2 = np.array([True, False, True, False, False, True, True, False, False], 'bool').reshape((3, 3))
a3 = np.array([2.01, 2, 8.1, 2672, 0.0, -0.444, np.inf, -0.211, np.inf], 'float64').reshape((3, 3))
a4 = np.random.RandomState(7).randn(3, 1).astype('float64')
a5 = np.arange(24).astype('int64').reshape((2, 3, 4))
show(lambda: a0)
show(lambda: a0)
show(lambda: np.kron(a3, a4).astype('float64'))
show(lambda: np.sign(a4))
show(lambda: np.flip(np.logical_not(a5)))
show(lambda: (np.sort(a4[::-2], axis=0) != 1))
show(lambda: (np.maximum(np.clip(np.nan_to_num(a4), 0, 100).astype('uint16'), a0.astype('float16')) + np.uint8(200)))
show(lambda: np.fliplr(a0.all(axis=1)))
show(lambda: np.square((a0 % a1)[[0, -1]]))
show(lambda: np.lcm(np.column_stack([(a0 - a1), (a1 > a3)]), np.mean(a1, axis=None)))
show(lambda: (a2 <= -1.5))
show(lambda: np.diff(np.round(np.round(a3, 1), 1)))
show(lambda: np.rot90(a2)[1:].astype('float64'))
show(lambda: np.moveaxis(a1, 0, -1)[:3])
show(lambda: a0)
show(lambda: np.fabs((a1[np.array([1, 0, 1])] * 0)))
show(lambda: np.broadcast_arrays(np.rot90((a4 ^ a5)), (a1 - a2)[[True, False, True]]))
show(lambda: a5)
show(lambda: a4)
show(lambda: np.clip(np.nan_to_num(a4), -100, 100).astype('int'))
show(lambda: np.logical_xor(a4, a0[2:])[0:3, [0, -1]])
show(lambda: a1[[[0], [1]], [[0], [1]], :-1])
show(lambda: a4)
show(lambda: np.clip(np.nan_to_num(a1), -100, 100).astype('int16').astype('float64')[[True, False, True], 1::2, 1])
show(lambda: np.clip(np.nan_to_num(np.clip(np.nan_to_num((a2 / a3)), 0, 100).astype('uint32')), -100, 100).astype('int64'))
show(lambda: a3)
show(lambda: ((2 - (a5 - -1)) <= np.outer(a4, a2)))
show(lambda: np.clip(a0.reshape(2, 3), 0, 3)[:1])
show(lambda: a1)
def f():
    b = a4.copy()
    b -= 7
    return b
show(f)
