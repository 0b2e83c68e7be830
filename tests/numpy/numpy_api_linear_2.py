# Linear algebra, products, polynomials, windows, testing, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.linalg.eigh([[2,1],[1,3]]))
show(lambda: np.linalg.eigh([[4,1,2],[1,3,0],[2,0,1]]))
show(lambda: np.linalg.eigh(np.diag([3.,1,2])))
show(lambda: np.linalg.eigh(np.cov(np.random.RandomState(0).randn(5,20))))
show(lambda: np.linalg.eigh(np.cov(np.random.RandomState(1).randn(10,20))))
show(lambda: np.linalg.eigvalsh([[2,1],[1,3]]))
show(lambda: np.linalg.svd([[1,2],[3,4]]))
show(lambda: np.linalg.svd([[1,2,3],[4,5,6]]))
show(lambda: np.linalg.svd([[1,2],[3,4],[5,6]]))
show(lambda: np.linalg.svd([[1,2],[3,4],[5,6],[7,9]], full_matrices=False))
show(lambda: np.linalg.svd(np.random.RandomState(0).randn(4,4)))
show(lambda: np.linalg.svd(np.random.RandomState(2).randn(5,4)))
show(lambda: np.linalg.svd(np.random.RandomState(3).randn(3,4)))
show(lambda: np.linalg.svd(np.random.RandomState(3).randn(3,8), full_matrices=False))
