# Linear algebra, products, polynomials, windows, testing, part 6.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.tensordot(np.arange(6).reshape(2,3), np.arange(6).reshape(3,2), axes=1))
show(lambda: np.tensordot(np.arange(24).reshape(2,3,4), np.arange(12).reshape(3,4), axes=([1,2],[0,1])))
show(lambda: np.tensordot([1,2],[3,4], 0))
show(lambda: np.tensordot([[1,2]],[[3,4]]))
show(lambda: np.tensordot([[1,2]],[[3],[4],[5]], 1))
show(lambda: np.cross([1,2,3],[4,5,6]))
show(lambda: np.cross([1,2],[3,4]))
show(lambda: np.cross([[1,2,3],[1,0,0]],[4,5,6]))
show(lambda: np.kron([1,2],[1,1]))
show(lambda: np.kron(np.eye(2), [[1,2],[3,4]]))
show(lambda: np.polyfit([0,1,2,3],[1,3,5,7],1))
show(lambda: np.polyfit([0.,1,2,3,4],[1,3.5,5,7.2,9],2))
show(lambda: np.polyval([1,2,3], 2))
show(lambda: np.polyval([1,2,3], np.array([1.,2])))
