# Linear algebra, products, polynomials, windows, testing, part 5.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.linalg.matrix_power([[1,1],[1,0]], -1))
show(lambda: np.linalg.multi_dot([[[1,2]],[[3],[4]],[[5]]]))
show(lambda: np.einsum('ij,jk->ik', [[1,2],[3,4]], [[5,6],[7,8]]))
show(lambda: np.einsum('ii', [[1,2],[3,4]]))
show(lambda: np.einsum('ii->i', [[1,2],[3,4]]))
show(lambda: np.einsum('ij->ji', [[1,2],[3,4]]))
show(lambda: np.einsum('ij->', [[1,2],[3,4]]))
show(lambda: np.einsum('i,j', [1,2],[3,4]))
show(lambda: np.einsum('bij,bjk->bik', np.arange(8).reshape(2,2,2), np.arange(8).reshape(2,2,2)))
show(lambda: np.einsum('ij,j', [[1,2],[3,4]], [5,6]))
show(lambda: np.einsum('i,i', [1.,2],[3,4]))
show(lambda: np.einsum('ij,jk', [[1,2]], [[3],[4]]))
show(lambda: np.einsum('ij', [[1,2]], [1]))
show(lambda: np.einsum('ijk', [[1,2]]))
