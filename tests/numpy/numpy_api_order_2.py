# Sets, selection, orders, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.argsort(np.random.RandomState(0).randint(0,50,500))[:60])
show(lambda: np.argsort(np.random.RandomState(0).randint(0,5,50), kind='stable'))
show(lambda: np.argsort(np.zeros(40)))
show(lambda: np.argsort(np.random.RandomState(5).randint(0,3,(2,40)), axis=1))
