# Single truths as indices, products of many dims, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.array(5)[True])
show(lambda: np.array(5)[False])
show(lambda: np.arange(3)[True])
show(lambda: np.arange(3)[np.array(False)])
show(lambda: np.array(5.)[np.array(5.) > 2])
show(lambda: np.arange(3)[None, True])
show(lambda: np.triu([1,2,3]))
show(lambda: np.trace(np.arange(8).reshape(2,2,2)))
show(lambda: np.trace(np.eye(3), offset=1))
show(lambda: np.round(np.array([True,False])))
show(lambda: np.dot(np.arange(6).reshape(2,3), np.arange(12).reshape(2,3,2)))
show(lambda: np.dot(np.arange(3), np.arange(12).reshape(2,3,2)))
show(lambda: np.inner(np.arange(6).reshape(2,3), np.arange(12).reshape(2,2,3)))
show(lambda: np.inner([1,2],[[3,4],[5,6]]))
