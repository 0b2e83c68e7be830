# Linear algebra, products, polynomials, windows, testing, part 8.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.ldexp(1.5, 3))
show(lambda: np.promote_types('i4','f4'))
show(lambda: np.can_cast('i4','f8'))
show(lambda: np.can_cast(np.int64, np.float32))
show(lambda: np.binary_repr(5, 8))
show(lambda: np.binary_repr(-3, 5))
show(lambda: np.base_repr(255,16))
show(lambda: np.nanpercentile([1,np.nan,3],50))
show(lambda: np.iscomplexobj([1]))
show(lambda: np.isreal([1,2]))
show(lambda: np.histogram2d([1,2,1,3],[1,1,2,4],bins=2))
show(lambda: np.testing.assert_array_equal([1,2],[1,2]))
show(lambda: np.testing.assert_array_equal([1,2,3],[1,2,4]))
show(lambda: np.testing.assert_allclose([1,2,3.5],[1,2,4], rtol=.01))
