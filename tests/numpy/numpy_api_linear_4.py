# Linear algebra, products, polynomials, windows, testing, part 4.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.linalg.norm([[1,2],[3,4]], 'nuc'))
show(lambda: np.linalg.norm([[1,2],[3,4]], np.inf))
show(lambda: np.linalg.norm([3,4], 3))
show(lambda: np.linalg.norm([3,-4], np.inf))
show(lambda: np.linalg.norm([3,-4], 1))
show(lambda: np.linalg.norm([3,0,-4], 0))
show(lambda: np.linalg.norm(np.array([3,4],np.float32)))
show(lambda: np.linalg.norm([[1,2],[3,4]], axis=0, keepdims=True))
show(lambda: np.linalg.norm([[1,2],[3,4]], keepdims=True))
show(lambda: np.linalg.norm([[1,2],[3,4]], 'fro'))
show(lambda: np.linalg.matrix_rank([[1,2],[2,4]]))
show(lambda: np.linalg.pinv([[1,2],[3,4],[5,6]]))
show(lambda: np.linalg.lstsq([[1,1],[1,2],[1,3]], [1,2,2], rcond=None))
show(lambda: np.linalg.matrix_power([[1,1],[1,0]], 10))
