# Names of every kind, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.pad([1,2,3], 2, 'edge'))
show(lambda: np.pad([1,2,3], 2, 'reflect'))
show(lambda: np.pad([[1,2],[3,4]], 1, mode='wrap'))
show(lambda: np.linspace([0,1],[1,2],3))
show(lambda: np.unique([[1,0],[1,0],[2,3]], axis=0))
show(lambda: np.count_nonzero([[1,0],[1,1]], axis=0))
show(lambda: np.average([[1,2],[3,4]], axis=0, weights=[1,3]))
show(lambda: np.array_equal([1,2],[1,2]))
show(lambda: np.median([[1,2],[3,4]], axis=0))
show(lambda: np.max([[1,2],[3,4]], axis=1, initial=5))
show(lambda: np.sum([1,2,3], where=[True,False,True]))
show(lambda: np.moveaxis(np.zeros((2,3,4)), [0,1],[1,2]).shape)
show(lambda: np.nan_to_num([np.nan, np.inf], nan=5, posinf=9))
show(lambda: np.array(3) + np.array([1]))
