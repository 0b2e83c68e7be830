# Padding, ranges between arrays, initial and where, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.pad([1,2,3], 2, 'reflect'))
show(lambda: np.pad([1,2,3,4], 3, 'symmetric'))
show(lambda: np.pad([[1,2],[3,4]], ((1,0),(0,2)), mode='wrap'))
show(lambda: np.pad([1], 2, 'reflect'))
show(lambda: np.linspace([0,1],[1,2],3))
show(lambda: np.linspace(0,[1,2],4,endpoint=False))
show(lambda: np.arange(24).reshape((2,3,4),order='F'))
show(lambda: np.arange(24).reshape(2,3,4).reshape(-1,6,order='F'))
show(lambda: np.moveaxis(np.arange(24).reshape(2,3,4),[0,1],[-1,0]).shape)
show(lambda: np.moveaxis(np.zeros((2,3,4,5)),[0,2],[2,0]).shape)
show(lambda: np.sum([[1,2],[3,4]], axis=0, initial=10))
show(lambda: np.array([1,5]).max(initial=9))
show(lambda: np.any([False,True], where=[True,False]))
show(lambda: np.array([1,2]).sum(where=[False,True]))
