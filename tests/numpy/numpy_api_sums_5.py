# Sums and products to the last digit, part 5.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.arange(6.).reshape(2,3).T.sum(axis=()))
show(lambda: np.arange(6.).reshape(2,3).T.argmax(axis=1))
show(lambda: np.arange(6.).reshape(2,3).T.argmax())
show(lambda: np.arange(6.).reshape(2,3).T.max(axis=0))
show(lambda: np.arange(6).reshape(2,3).T.sum(axis=(0,1), keepdims=True))
show(lambda: np.arange(6.).reshape(3,1,2).sum(axis=0))
show(lambda: np.arange(6.).reshape(3,2,1).sum(axis=(0,2)))
show(lambda: np.arange(6.).reshape(3,1,2).sum(axis=(0,1)).tolist())
show(lambda: np.array([[1,9,2],[3,4,0]]).T.argmax())
show(lambda: np.array([[1,9,2],[3,4,0]]).T.argmin(axis=0))
show(lambda: np.array([[1,9,2],[3,4,0]]).T.argmax(axis=1))
