# Distributions and their seeds, part 5.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).choice(['a','b','c'], 5, p=[.5,.3,.2]))
show(lambda: np.random.RandomState(0).choice(5, 3, replace=False, p=[.1,.1,.1,.1,.6]))
