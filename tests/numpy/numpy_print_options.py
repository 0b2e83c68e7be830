# set_printoptions and its kin.
import numpy as np

a = np.array([[1.123456789, 1000.5], [1e-7, 3.]])
print(a)
np.set_printoptions(precision=3)
print(a)
np.set_printoptions(suppress=True)
print(a, repr(a))
np.set_printoptions(linewidth=30, threshold=6, edgeitems=2)
print(np.arange(8), np.linspace(0, 1, 6))
with np.printoptions(precision=1, threshold=100):
    print(np.arange(20) / 3)
print(np.arange(20) / 3, np.get_printoptions()['precision'])
np.set_printoptions(precision=8, suppress=False, linewidth=75, threshold=1000, edgeitems=3)
print(np.array2string(a, precision=2, separator=', ', suppress_small=True), np.array_str(a, precision=2))
print(np.array_repr(np.array([1.23456]), precision=2), a.round(2))
