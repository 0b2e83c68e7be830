# Array expressions of every kind, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.uint8(250) + np.uint8(10))
show(lambda: np.array([250], np.uint8) + np.array([10], np.uint8))
show(lambda: np.array([250], np.uint8) + 10)
show(lambda: np.array([250], np.uint8) + 300)
show(lambda: np.arange(10)[::-1])
show(lambda: np.arange(10)[2:8:3])
show(lambda: np.arange(24).reshape(2,3,4)[..., 1])
show(lambda: np.arange(24).reshape(2,3,4)[1, [0,2], 1:3])
show(lambda: np.arange(24).reshape(2,3,4)[:, [0,2], [1,3]])
show(lambda: np.arange(24).reshape(2,3,4)[[0,1], :, [1,3]])
show(lambda: np.arange(12).reshape(3,4)[np.array([True,False,True])])
show(lambda: np.arange(12)[np.arange(12) % 3 == 0])
show(lambda: np.arange(5)[7])
show(lambda: np.arange(5)[1,2])
