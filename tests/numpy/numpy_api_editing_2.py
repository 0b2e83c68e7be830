# Deleting, inserting, choosing, grids, functions over arrays, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.trim_zeros([0,0,1,2,0]))
show(lambda: np.trim_zeros(np.array([0,0,1,2,0]),'f'))
show(lambda: np.rot90([[1,2],[3,4]]))
show(lambda: np.rot90([[1,2],[3,4]], 2))
show(lambda: np.rot90([[1,2],[3,4]], -1))
show(lambda: np.select([np.arange(6)<2, np.arange(6)>3],[np.arange(6), np.arange(6)**2]))
show(lambda: np.select([np.arange(3)<1],[1.5], default=-1))
show(lambda: np.piecewise(np.array([-1.,0,2]), [np.array([-1.,0,2])<0, np.array([-1.,0,2])>=0],[lambda x:-x, lambda x:x*2]))
show(lambda: np.choose([0,1,2,0],[[1,2,3,4],[5,6,7,8],[9,10,11,12]]))
show(lambda: np.compress([0,1,1],[[1,2],[3,4],[5,6]],axis=0))
show(lambda: np.extract(np.array([1,0,1])>0,[1,2,3]))
show(lambda: np.take_along_axis(np.array([[3,1,2],[6,5,4]]), np.argsort([[3,1,2],[6,5,4]],axis=1), axis=1))
show(lambda: np.diagonal(np.arange(9).reshape(3,3)))
show(lambda: np.diagonal(np.arange(9).reshape(3,3),1))
