# Distributions and their seeds, part 3.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).geometric(.5,5))
show(lambda: np.random.RandomState(0).standard_cauchy(3))
show(lambda: np.random.RandomState(0).standard_exponential(3))
show(lambda: np.random.RandomState(0).vonmises(0,1,3))
show(lambda: np.random.RandomState(0).wald(1,2,3))
show(lambda: np.random.RandomState(0).weibull(2,3))
show(lambda: np.random.RandomState(0).pareto(2,3))
show(lambda: np.random.RandomState(0).power(2,3))
show(lambda: np.random.RandomState(0).zipf(2,3))
show(lambda: np.random.RandomState(0).chisquare(2,3))
show(lambda: np.random.RandomState(0).f(2,3,4))
show(lambda: np.random.RandomState(0).get_state()[1][:3])
show(lambda: np.random.RandomState(0).get_state()[2:])
show(lambda: np.random.RandomState(0).bytes(6))
