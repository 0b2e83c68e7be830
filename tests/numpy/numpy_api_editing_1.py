# Deleting, inserting, choosing, grids, functions over arrays, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.delete([1,2,3,4], 1))
show(lambda: np.delete(np.arange(12).reshape(3,4), 1, 0))
show(lambda: np.delete(np.arange(12).reshape(3,4), [0,2], axis=1))
show(lambda: np.delete(np.arange(12).reshape(3,4), np.s_[::2], 1))
show(lambda: np.delete([1,2,3], 5))
show(lambda: np.delete(np.arange(5), [True,False,True,False,False]))
show(lambda: np.insert([1,2,3,4], 1, 9))
show(lambda: np.insert([1,2,3,4], [1,3], [9,8]))
show(lambda: np.insert([1,2,3,4], -1, 9))
show(lambda: np.insert(np.arange(6).reshape(2,3), 1, 7, axis=0))
show(lambda: np.insert(np.arange(6).reshape(2,3), 1, [7,8], axis=1))
show(lambda: np.insert(np.arange(6).reshape(2,3), 1, 7))
show(lambda: np.insert([1,2],7,1))
show(lambda: np.resize([1,2,3],(2,4)))
