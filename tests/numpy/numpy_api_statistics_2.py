# Percentiles, histograms, interpolation, convolution, nan, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.histogram([1,2,3], bins=2, weights=[.5,1,1]))
show(lambda: np.histogram_bin_edges([1,2,5], 4))
show(lambda: np.digitize([0.2,6.4,3.0,1.6], [0,1,2.5,4,10]))
show(lambda: np.digitize([0.2,6.4,3.0,1.6], [10,4,2.5,1,0]))
show(lambda: np.digitize([1,2,3],[1,2,3],right=True))
show(lambda: np.cov([1,2,3],[4,5,7]))
show(lambda: np.cov([[1,2,3],[4,5,7]], rowvar=False))
show(lambda: np.cov([1,2,3]))
show(lambda: np.cov([[1.,2,4],[1,0,2]], bias=True))
show(lambda: np.corrcoef([1,2,3],[4,5,7]))
show(lambda: np.corrcoef([[1,2,3],[4,5,7],[1,0,1]]))
show(lambda: np.interp(2.5, [1,2,3], [3,2,0]))
show(lambda: np.interp([0,1,1.5,2.72,3.14], [1,2,3], [3,2,0]))
show(lambda: np.interp(5, [1,2,3], [3,2,0], right=-99))
