# Array expressions of every kind, part 4.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.linalg.eigh([[2,1],[1,3]]))
show(lambda: np.linalg.svd([[1,2],[3,4]]))
show(lambda: np.linalg.qr([[1,2],[3,4]]))
show(lambda: np.linalg.cholesky([[2,1],[1,3]]))
show(lambda: np.linalg.norm([[1,2],[3,4]]))
show(lambda: np.linalg.norm([[1,2],[3,4]], axis=1))
show(lambda: np.linalg.norm([[1,2],[3,4]], 1))
show(lambda: np.linalg.norm([3,4], 3))
show(lambda: np.linalg.matrix_rank([[1,2],[2,4]]))
show(lambda: np.linalg.pinv([[1,2],[3,4],[5,6]]))
show(lambda: np.linalg.lstsq([[1,1],[1,2],[1,3]], [1,2,2], rcond=None))
show(lambda: np.linalg.matrix_power([[1,1],[1,0]], 10))
show(lambda: np.einsum('ij,jk->ik', [[1,2],[3,4]], [[5,6],[7,8]]))
show(lambda: np.einsum('ii', [[1,2],[3,4]]))
