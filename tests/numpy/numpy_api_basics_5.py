# Array expressions of every kind, part 5.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.einsum('ij->ji', [[1,2],[3,4]]))
show(lambda: np.tensordot(np.arange(6).reshape(2,3), np.arange(6).reshape(3,2), axes=1))
show(lambda: np.percentile([1,2,3,4], 50))
show(lambda: np.percentile([1,2,3,4], [25,75]))
show(lambda: np.histogram([1,2,1,3,5], bins=4))
show(lambda: np.interp(2.5, [1,2,3], [3,2,0]))
show(lambda: np.polyfit([0,1,2,3],[1,3,5,7],1))
show(lambda: np.polyval([1,2,3], 2))
show(lambda: np.cov([1,2,3],[4,5,7]))
show(lambda: np.corrcoef([1,2,3],[4,5,7]))
show(lambda: np.cross([1,2,3],[4,5,6]))
show(lambda: np.kron([1,2],[1,1]))
show(lambda: np.delete([1,2,3,4], 1))
show(lambda: np.insert([1,2,3,4], 1, 9))
