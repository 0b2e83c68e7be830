# Linear algebra, products, polynomials, windows, testing, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.linalg.inv(np.array([[1.,2.],[3.,4.]])))
show(lambda: np.linalg.inv([[2,1,0],[1,3,1],[0,1,4]]))
show(lambda: np.linalg.inv([[1,2],[2,4]]))
show(lambda: np.linalg.inv([1,2]))
show(lambda: np.linalg.inv([[1,2,3]]))
show(lambda: np.linalg.inv(np.array([[1.,2.],[3.,4.]],np.float32)))
show(lambda: np.linalg.det(np.array([[1.,2.],[3.,4.]])))
show(lambda: np.linalg.det([[6,1,1],[4,-2,5],[2,8,7]]))
show(lambda: np.linalg.det([[1,2],[2,4]]))
show(lambda: np.linalg.slogdet([[1,2],[3,4]]))
show(lambda: np.linalg.solve([[3,1],[1,2]],[9,8]))
show(lambda: np.linalg.solve([[3,1],[1,2]],[[9,8],[1,2]]))
show(lambda: np.linalg.solve([[3,1],[1,2]],[9,8,7]))
show(lambda: np.linalg.eigh([[2,0],[0,3]]))
