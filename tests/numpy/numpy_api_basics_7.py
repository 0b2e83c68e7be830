# Array expressions of every kind, part 7.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.union1d([1,2],[2,3]))
show(lambda: np.intersect1d([1,2],[2,3]))
show(lambda: np.setdiff1d([1,2],[2,3]))
show(lambda: np.tri(3))
show(lambda: np.triu_indices(3))
show(lambda: np.geomspace(1,1000,4))
show(lambda: np.logspace(0,2,5))
show(lambda: np.select([np.arange(3)<1, np.arange(3)>1],[1,2]))
show(lambda: np.rot90([[1,2],[3,4]]))
show(lambda: np.array2string(np.arange(3)))
show(lambda: list(np.ndindex(2,2)))
show(lambda: list(np.ndenumerate([[1,2],[3,4]])))
show(lambda: np.divmod([7,8],3))
show(lambda: np.modf([1.5,-2.5]))
