# Array expressions of every kind, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.array([1,2,3]).strides)
show(lambda: np.zeros((3,4), np.float32).strides)
show(lambda: np.arange(12).reshape(3,4).T.strides)
show(lambda: np.array([1.5, float('nan'), -np.inf]))
show(lambda: np.array([1e10, 1e-10]))
show(lambda: np.array([0.1, 123456.789]))
show(lambda: np.array([[True, False],[False, True]]))
show(lambda: np.array(['a','bcd']))
show(lambda: np.array([b'a', b'xyz']))
show(lambda: np.array([1, 2.5, 'x']))
show(lambda: np.array([1,2,3], dtype='float32') * 2.5)
show(lambda: np.float32(3) * 2.5)
show(lambda: np.float32(3) + np.float64(1))
show(lambda: np.int32(3) / np.int32(2))
