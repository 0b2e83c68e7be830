# Deleting, inserting, choosing, grids, functions over arrays, part 4.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.ravel_multi_index(([1,2],[2,3]),(3,4)))
show(lambda: np.ix_([0,1],[2,3]))
show(lambda: np.arange(12).reshape(3,4)[np.ix_([0,2],[True,False,True,False])])
show(lambda: list(np.ndindex(2,2)))
show(lambda: list(np.ndindex((2,1))))
show(lambda: list(np.ndenumerate([[1,2],[3,4]])))
show(lambda: [int(x) for x in np.nditer(np.arange(4).reshape(2,2))])
show(lambda: np.apply_along_axis(sum, 0, [[1,2],[3,4]]))
show(lambda: np.apply_along_axis(lambda r: r[::-1], 1, np.arange(6).reshape(2,3)))
show(lambda: np.apply_along_axis(lambda r: r/r.sum(), 0, np.arange(6.).reshape(2,3)))
show(lambda: np.vectorize(lambda x: x*2)([1,2,3]))
show(lambda: np.vectorize(lambda x,y: x if x>y else float(y))([1,2,3],2))
show(lambda: np.vectorize(lambda x: 'a' if x else 'bb')([[0,1]]))
show(lambda: np.vectorize(lambda x: x, otypes=[float])([1,2]))
