# Percentiles, histograms, interpolation, convolution, nan, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.percentile([1,2,3,4], 50))
show(lambda: np.percentile([1,2,3,4], [25,75]))
show(lambda: np.percentile(np.arange(12.).reshape(3,4), 30, axis=0))
show(lambda: np.percentile(np.arange(12.).reshape(3,4), [30,90], axis=1))
show(lambda: np.quantile(np.array([3.,1,2], np.float32), .3))
show(lambda: np.percentile([1,2,3,4], 33, interpolation='lower'))
show(lambda: np.percentile([1,2,3,4], 33, method='nearest'))
show(lambda: np.percentile([1,2,3,4], 33, method='midpoint'))
show(lambda: np.percentile([1,2], 120))
show(lambda: np.histogram([1,2,1,3,5], bins=4))
show(lambda: np.histogram([1,2,1,3,5], bins=[0,2,4,6]))
show(lambda: np.histogram([1.,2,1,3,5], bins=3, range=(0,4), density=True))
show(lambda: np.histogram([1.,2,1,3,5]))
show(lambda: np.histogram([], bins=2))
