# Distributions and their seeds, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).poisson(3, 5))
show(lambda: np.random.RandomState(0).poisson(30, 5))
show(lambda: np.random.RandomState(1).poisson([1,20,300], (2,3)))
show(lambda: np.random.RandomState(0).gamma(2., 1., 5))
show(lambda: np.random.RandomState(0).gamma(.5, 2., 5))
show(lambda: np.random.RandomState(0).standard_gamma(1., 5))
show(lambda: np.random.RandomState(0).beta(2., 1., 5))
show(lambda: np.random.RandomState(0).beta(.5, .5, 5))
show(lambda: np.random.RandomState(0).multinomial(10, [.2,.3,.5]))
show(lambda: np.random.RandomState(0).multinomial(100, [.2,.3,.5], 3))
show(lambda: np.random.RandomState(0).multivariate_normal([0,0],[[1,0],[0,1]],2))
show(lambda: np.random.RandomState(0).multivariate_normal([1,2],[[2,.5],[.5,1]],(2,2)))
show(lambda: np.random.RandomState(0).multivariate_normal([1,2,3],np.eye(3)))
show(lambda: np.random.RandomState(0).standard_t(3, 2))
