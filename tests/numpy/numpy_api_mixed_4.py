# Names of every kind, part 4.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.arange(5).clip(1,3))
show(lambda: np.arange(5).take([0,2]))
show(lambda: np.arange(4).repeat(2))
show(lambda: np.arange(4).nonzero())
show(lambda: np.arange(5)[np.newaxis].swapaxes(0,1))
show(lambda: np.sin([0, np.pi/2]))
show(lambda: np.array([1,2]) == np.array([1,3]))
show(lambda: np.array([1,2]) == 'a')
show(lambda: np.array(['a']) == ['a'])
show(lambda: np.ndim(5))
show(lambda: np.array(b'abc'))
show(lambda: np.array('abc'))
show(lambda: np.str_('a'))
show(lambda: np.array([1,2,3])[-1:0:-1])
