# Array expressions of every kind, part 10.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).chisquare(2,3))
show(lambda: np.random.RandomState(0).get_state()[1][:3])
show(lambda: np.random.RandomState(0).bytes(4))
show(lambda: np.random.RandomState(0).negative_binomial(3,.5,4))
