# Names of every kind, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.array([1+2j, 3]))
show(lambda: np.array([1,2,3]).searchsorted(2))
show(lambda: np.arange(9).reshape(3,3).diagonal())
show(lambda: np.arange(9).reshape(3,3).trace())
show(lambda: np.array([3,1,2]).argpartition(1))
show(lambda: np.array([[1,2],[3,4]]).compress([0,1], axis=0))
show(lambda: np.array([0,1]).choose([[1,2],[3,4]]))
show(lambda: np.arange(6).reshape(2,3,order='F'))
show(lambda: np.arange(6).reshape((2,3)).ravel('F'))
show(lambda: np.arange(6).reshape((2,3)).flatten(order='F'))
show(lambda: np.array([[1,2],[3,4]], order='F'))
show(lambda: np.array([1,2,3]).imag)
show(lambda: np.array([1.5]).real)
show(lambda: np.array([1,2]).T)
