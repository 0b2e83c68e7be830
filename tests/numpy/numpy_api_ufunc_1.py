# Functions as values: out, where, dtype, reduce, accumulate, outer, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.add)
show(lambda: np.abs)
show(lambda: np.add.reduce([[1,2],[3,4]]))
show(lambda: np.add.reduce([[1,2],[3,4]], axis=None))
show(lambda: np.subtract.reduce([[1,2],[3,4]], axis=1))
show(lambda: np.maximum.accumulate([[1,3,2],[4,0,9]], axis=1))
show(lambda: np.maximum.accumulate([[1,3,2],[0,4,1]]))
show(lambda: np.multiply.outer([1,2],[[3,4],[5,6]]))
show(lambda: np.multiply.accumulate([1,2,3]))
show(lambda: np.exp([1.0,2.0], out=np.zeros(2)))
show(lambda: np.add([1,2],[3,4], out=np.zeros(2)))
show(lambda: np.add([1.5,2],[3,4], out=np.zeros(2, int)))
show(lambda: np.add([1.5,2],[3,4], dtype=np.float32))
show(lambda: np.sqrt([1,4], dtype=np.float32))
