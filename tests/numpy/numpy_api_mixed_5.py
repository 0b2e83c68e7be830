# Names of every kind, part 5.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.arange(3).tolist())
show(lambda: np.ogrid[0:2,0:2])
show(lambda: np.gradient(np.array([1.,4,9]), 2.0))
show(lambda: np.mgrid[0:1:3j])
show(lambda: np.r_[0:1:5j])
show(lambda: np.trapz(np.arange(4).reshape(2,2), x=[0,2]))
show(lambda: np.interp(np.array([[0.5]]), [0,1],[1,2]))
show(lambda: np.where(np.array([[True,False]])))
show(lambda: np.array([1,2,3]).sum().item())
show(lambda: np.correlate([1,2],[1,2,3]))
show(lambda: np.linalg.norm(np.ones((2,2,2)), axis=(1,2)))
show(lambda: np.cumsum([[1,2],[3,4]], out=np.zeros(4)))
show(lambda: np.int64(3) ** -1)
show(lambda: np.array([1,2,3]) ** 2.0)
