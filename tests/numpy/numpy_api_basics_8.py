# Array expressions of every kind, part 8.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.copysign(1,-2))
show(lambda: np.gcd(12,18))
show(lambda: np.add.reduce([1,2,3]))
show(lambda: np.maximum.accumulate([1,3,2]))
show(lambda: np.multiply.outer([1,2],[3,4]))
show(lambda: np.array([3,1,2]).argsort()[::-1])
show(lambda: np.lexsort(([1,2,1],[3,1,2])))
show(lambda: np.partition([3,1,2], 1))
show(lambda: np.random.RandomState(0).poisson(3, 5))
show(lambda: np.random.RandomState(0).gamma(2., 1., 5))
show(lambda: np.random.RandomState(0).beta(2., 1., 5))
show(lambda: np.random.RandomState(0).multinomial(10, [.2,.3,.5]))
show(lambda: np.random.RandomState(0).multivariate_normal([0,0],[[1,0],[0,1]],2))
show(lambda: np.random.RandomState(0).choice(5, 3, replace=False))
