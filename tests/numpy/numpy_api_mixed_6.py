# Names of every kind, part 6.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.floor_divide(7, 2))
show(lambda: np.mod(-7, 3))
