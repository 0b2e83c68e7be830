# Deleting, inserting, choosing, grids, functions over arrays, part 6.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.geomspace(2,5,5))
show(lambda: np.vander([1,2,3]))
show(lambda: np.vander([1.,2,3],2,increasing=True))
