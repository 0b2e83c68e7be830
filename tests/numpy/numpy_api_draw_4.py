# Distributions and their seeds, part 4.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).negative_binomial(3,.5,4))
show(lambda: np.random.RandomState(0).randint(0, 10, dtype=np.uint8, size=5))
show(lambda: np.random.RandomState(0).randint(0, 256, dtype=np.uint8, size=9))
show(lambda: np.random.RandomState(0).randint(0, 2, dtype=bool, size=9))
show(lambda: np.random.RandomState(0).randint(0, 1000, dtype=np.int16, size=5))
show(lambda: np.random.RandomState(0).randint(-5, 5, dtype=np.int8, size=9))
show(lambda: np.random.RandomState(0).randint(0, 10, dtype=np.int32, size=5))
show(lambda: np.random.RandomState(0).randint(0, 2**40, size=5))
show(lambda: np.random.RandomState(0).randint([1,5,9]))
show(lambda: np.random.RandomState(0).randint([1,2],[5,3]))
show(lambda: np.random.RandomState(0).randint(5,2))
show(lambda: np.random.RandomState(0).poisson(-1))
show(lambda: np.random.RandomState(0).gamma(-1))
show(lambda: np.random.RandomState(0).normal([0,10],[1,2]))
