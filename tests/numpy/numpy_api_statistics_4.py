# Percentiles, histograms, interpolation, convolution, nan, part 4.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.correlate([1,2,3],[0,1,0.5]))
show(lambda: np.correlate([1,2,3],[0,1,0.5],'full'))
show(lambda: np.correlate([1,2,3,4],[0,1,0.5],'same'))
show(lambda: np.nansum([1, np.nan]))
show(lambda: np.nanmean([1, np.nan]))
show(lambda: np.nanmean([[1, np.nan],[3,4]], axis=0))
show(lambda: np.nanmax([[1, np.nan],[3,4]], axis=0))
show(lambda: np.nanmin([1,np.nan]))
show(lambda: np.nanstd([1, np.nan, 4]))
show(lambda: np.nanvar([[1, np.nan, 4],[1,2,3]], axis=1))
show(lambda: np.nanmedian([1, np.nan, 4, 7]))
show(lambda: np.nanargmax([1,np.nan,5]))
show(lambda: np.nansum(np.array([1,np.nan],np.float32)))
show(lambda: np.nanprod([2,np.nan,3]))
