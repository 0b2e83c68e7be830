# Linear algebra, products, polynomials, windows, testing, part 7.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.polyder([1,2,3]))
show(lambda: np.polyint([1,2,3]))
show(lambda: np.polyadd([1,2],[9,5,4]))
show(lambda: np.polymul([1,2],[1,-1]))
show(lambda: np.poly([1,2]))
show(lambda: np.block([[np.eye(2), np.zeros((2,1))],[np.ones((1,2)), 5]]))
show(lambda: np.hanning(5))
show(lambda: np.hamming(4))
show(lambda: np.blackman(5))
show(lambda: np.bartlett(5))
show(lambda: np.sinc([0,0.5,1]))
show(lambda: np.modf([1.5,-2.5]))
show(lambda: np.modf(-3.25))
show(lambda: np.divmod([7,8],3))
