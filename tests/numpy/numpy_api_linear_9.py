# Linear algebra, products, polynomials, windows, testing, part 9.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.testing.assert_almost_equal(1.0, 1.1))
show(lambda: np.testing.assert_equal(1, 2))
show(lambda: np.testing.assert_array_almost_equal([1.,2],[1,2.1]))
show(lambda: np.testing.assert_array_equal([1,2,3],[1,2]))
show(lambda: isinstance(np.linalg.LinAlgError(), Exception))
show(lambda: np.vectorize(lambda x: x)([1]))
