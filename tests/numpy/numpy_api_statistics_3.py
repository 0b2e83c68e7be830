# Percentiles, histograms, interpolation, convolution, nan, part 3.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.gradient([1,2,4,7,11,16]))
show(lambda: np.gradient([1,2,4,7,11,16], 2))
show(lambda: np.gradient(np.array([[1,2,6],[3,4,5]], float)))
show(lambda: np.gradient(np.array([[1,2,6],[3,4,5]], float), axis=1))
show(lambda: np.trapz([1,2,3]))
show(lambda: np.trapz([1,2,3], x=[4,6,8]))
show(lambda: np.trapz([[1,2,3],[4,5,6]], dx=2))
show(lambda: np.trapz(np.arange(6).reshape(2,3), axis=0))
show(lambda: np.ediff1d([1,2,4,7,0]))
show(lambda: np.convolve([1,2,3],[0,1,0.5]))
show(lambda: np.convolve([1,2,3],[0,1,0.5],'same'))
show(lambda: np.convolve([1,2,3],[0,1,0.5],'valid'))
show(lambda: np.convolve([1,2],[1,1,1,1]))
show(lambda: np.convolve(np.arange(10), np.ones(3)/3, mode='valid'))
