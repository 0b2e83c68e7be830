# Sets, selection, orders, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.union1d([3,1],[2,3.5]))
show(lambda: np.intersect1d([1,3,4,3],[3,1,2,1]))
show(lambda: np.setdiff1d([1,2,3,2,4],[3,4]))
show(lambda: np.setxor1d([1,2,3],[2,3,5]))
show(lambda: np.lexsort(([1,2,1],[3,1,2])))
show(lambda: np.lexsort(([9,4,0,4,0,2,1],[1,5,1,4,3,4,4])))
show(lambda: np.msort([[3,1],[2,4]]))
show(lambda: np.partition([3,1,2], 1))
show(lambda: np.partition(np.random.RandomState(0).randint(0,50,20), 5))
show(lambda: np.partition(np.random.RandomState(1).rand(30), 15))
show(lambda: np.argpartition(np.random.RandomState(0).randint(0,50,20), -5))
show(lambda: np.argpartition(np.random.RandomState(3).rand(100), -5)[-5:])
show(lambda: np.argpartition(np.random.RandomState(3).randint(0,9,(3,12)), 7, axis=1))
show(lambda: np.argpartition(np.random.RandomState(3).rand(20), 19))
