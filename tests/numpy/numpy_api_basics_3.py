# Array expressions of every kind, part 3.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.zeros(3) + np.zeros(4))
show(lambda: np.dot(np.zeros((2,3)), np.zeros((2,3))))
show(lambda: np.zeros((2,3)) @ np.zeros((2,3)))
show(lambda: np.sum([[1,2],[3,4]], axis=0))
show(lambda: np.sum([[1,2],[3,4]], axis=(0,1)))
show(lambda: np.sum([[1,2],[3,4]], axis=2))
show(lambda: np.mean([[1,2],[3,4]], axis=1, keepdims=True))
show(lambda: np.std([1,2,3,4.5]))
show(lambda: np.var([1,2,3,4.5], ddof=1))
show(lambda: np.max([]))
show(lambda: np.argmax([[1,5],[7,2]], axis=1))
show(lambda: np.linalg.inv(np.array([[1.,2.],[3.,4.]])))
show(lambda: np.linalg.det(np.array([[1.,2.],[3.,4.]])))
show(lambda: np.linalg.solve([[3,1],[1,2]],[9,8]))
