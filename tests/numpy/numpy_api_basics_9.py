# Array expressions of every kind, part 9.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).randint(0, 10, (2,3)))
show(lambda: np.random.RandomState(0).randint(0, 10, dtype=np.uint8, size=5))
show(lambda: np.random.RandomState(0).standard_t(3, 2))
show(lambda: np.random.RandomState(0).dirichlet([1,2,3]))
show(lambda: np.random.RandomState(0).laplace(size=3))
show(lambda: np.random.RandomState(0).triangular(0,1,2,3))
show(lambda: np.random.RandomState(0).binomial(10,.5,5))
show(lambda: np.random.RandomState(0).geometric(.3,5))
show(lambda: np.random.RandomState(0).permutation([[1,2],[3,4],[5,6]]))
show(lambda: np.random.RandomState(0).exponential(2.0, 3))
show(lambda: np.random.RandomState(0).standard_cauchy(3))
show(lambda: np.random.RandomState(0).vonmises(0,1,3))
show(lambda: np.random.RandomState(0).weibull(2,3))
show(lambda: np.random.RandomState(0).zipf(2,3))
