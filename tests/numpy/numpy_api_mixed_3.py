# Names of every kind, part 3.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.full((2,2), np.nan))
show(lambda: np.full(3, 'ab'))
show(lambda: np.tile([[1,2]], (2,2)))
show(lambda: np.float16(0.1))
show(lambda: np.array([[1,2],[3,4]]).sum(axis=0, dtype=float))
show(lambda: np.isclose([1,2],[1,2.1]))
show(lambda: np.array([1.0,2]).__array__())
show(lambda: np.ascontiguousarray([1,2]))
show(lambda: np.arange(3).__len__())
show(lambda: np.dtype('float32').itemsize)
show(lambda: np.dtype(float) == float)
show(lambda: np.iinfo(int))
show(lambda: np.finfo(float))
show(lambda: np.e ** 1)
