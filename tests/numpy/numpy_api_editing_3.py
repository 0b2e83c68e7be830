# Deleting, inserting, choosing, grids, functions over arrays, part 3.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.diagonal(np.arange(8).reshape(2,2,2)))
show(lambda: np.indices((2,3)))
show(lambda: np.fromfunction(lambda i,j: i+j, (3,3)))
show(lambda: np.fromfunction(lambda i,j: i==j, (3,3), dtype=int))
show(lambda: np.tri(3))
show(lambda: np.tri(3,4,1,dtype=int))
show(lambda: np.triu_indices(3))
show(lambda: np.tril_indices(3,-1))
show(lambda: np.diag_indices(3))
show(lambda: np.diagflat([[1,2],[3,4]]))
show(lambda: np.unravel_index(7,(3,4)))
show(lambda: np.unravel_index([7,11],(3,4)))
show(lambda: np.unravel_index(12,(3,4)))
show(lambda: np.ravel_multi_index((1,2),(3,4)))
