# Array expressions of every kind, part 6.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.nansum([1, np.nan]))
show(lambda: np.nanmean([1, np.nan]))
show(lambda: np.convolve([1,2,3],[0,1,0.5]))
show(lambda: np.digitize([0.2,6.4], [0,1,2.5,4,10]))
show(lambda: np.gradient([1,2,4,7]))
show(lambda: np.unravel_index(7, (3,4)))
show(lambda: np.indices((2,3)))
show(lambda: np.fromfunction(lambda i,j: i+j, (3,3)))
show(lambda: np.vectorize(lambda x: x*2)([1,2,3]))
show(lambda: np.apply_along_axis(sum, 0, [[1,2],[3,4]]))
show(lambda: np.mgrid[0:3, 0:2])
show(lambda: np.r_[1:4, 0, 4])
show(lambda: np.c_[[1,2],[3,4]])
show(lambda: np.ix_([0,1],[2,3]))
