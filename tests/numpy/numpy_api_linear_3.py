# Linear algebra, products, polynomials, windows, testing, part 3.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.linalg.svd(np.random.RandomState(3).randn(8,3)))
show(lambda: np.linalg.svd(np.random.RandomState(4).randn(8,8)))
show(lambda: np.linalg.svd(np.eye(3)))
show(lambda: np.linalg.svd(np.arange(12.).reshape(4,3), compute_uv=False).round(8))
show(lambda: np.linalg.qr([[1,2],[3,4]]))
show(lambda: np.linalg.qr(np.random.RandomState(0).randn(4,3)))
show(lambda: np.linalg.qr([[1,2,3],[3,4,5]], 'r'))
show(lambda: np.linalg.cholesky([[2,1],[1,3]]))
show(lambda: np.linalg.cholesky([[4,2,1],[2,5,3],[1,3,6]]))
show(lambda: np.linalg.cholesky([[1,2],[2,1]]))
show(lambda: np.linalg.norm([[1,2],[3,4]]))
show(lambda: np.linalg.norm([[1,2],[3,4]], axis=1))
show(lambda: np.linalg.norm([[1,2],[3,4]], 1))
show(lambda: np.linalg.norm([[1,2],[3,4]], 2))
