# Deleting, inserting, choosing, grids, functions over arrays, part 5.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.vectorize(lambda x: x+1)(3))
show(lambda: np.mgrid[0:3, 0:2])
show(lambda: np.mgrid[0:1:.25])
show(lambda: np.ogrid[0:3, 0:2])
show(lambda: np.r_[1:4, 0, 4])
show(lambda: np.r_[np.array([1,2]), 0, [3.5]])
show(lambda: np.c_[[1,2],[3,4]])
show(lambda: np.c_[np.array([[1,2]]), np.array([[3]])])
show(lambda: np.s_[1:3, ::2])
show(lambda: np.broadcast_arrays([1,2],[[1],[2]]))
show(lambda: np.broadcast_shapes((3,1),(1,4)))
show(lambda: np.geomspace(1,1000,4))
show(lambda: np.geomspace(1,256,9))
show(lambda: np.geomspace(-1,-8,4))
