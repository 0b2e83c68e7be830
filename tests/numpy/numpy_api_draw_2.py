# Distributions and their seeds, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).dirichlet([1,2,3]))
show(lambda: np.random.RandomState(0).dirichlet([1,2,3],2))
show(lambda: np.random.RandomState(0).laplace(size=3))
show(lambda: np.random.RandomState(0).gumbel(1,2,size=3))
show(lambda: np.random.RandomState(0).logistic(size=3))
show(lambda: np.random.RandomState(0).rayleigh(2.,size=3))
show(lambda: np.random.RandomState(0).triangular(0,1,2,3))
show(lambda: np.random.RandomState(0).binomial(10,.5,5))
show(lambda: np.random.RandomState(0).binomial(100,.5,5))
show(lambda: np.random.RandomState(0).binomial(1000,.3,15))
show(lambda: np.random.RandomState(0).binomial(1000,.8,15))
show(lambda: np.random.RandomState(0).binomial([1,5,100],[.1,.9,.5]))
show(lambda: np.random.RandomState(0).binomial(10,1.5))
show(lambda: np.random.RandomState(0).geometric(.3,5))
