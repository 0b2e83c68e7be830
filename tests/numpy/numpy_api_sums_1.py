# Sums and products to the last digit, part 1.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).rand(7,9,11).sum(axis=(0,2)))
show(lambda: np.random.RandomState(0).rand(7,9,11).sum(axis=(0,1)))
show(lambda: np.random.RandomState(0).rand(7,9,11).sum(axis=(1,2)))
show(lambda: np.random.RandomState(0).rand(7,9,11).mean(axis=(0,2)).tolist())
show(lambda: np.random.RandomState(0).rand(3,50,200).sum(axis=(0,2)).tolist()[:5])
show(lambda: np.random.RandomState(0).rand(100,300).sum().tolist())
show(lambda: np.random.RandomState(0).rand(100,300).T.sum().tolist())
show(lambda: np.random.RandomState(0).rand(100,30).T.sum(axis=0).tolist()[:5])
show(lambda: np.random.RandomState(0).rand(100,30).T.sum(axis=1).tolist()[:5])
show(lambda: np.random.RandomState(0).rand(100,30).sum(axis=0).tolist()[:5])
show(lambda: np.random.RandomState(0).rand(100,30).sum(axis=1).tolist()[:5])
show(lambda: np.random.RandomState(0).rand(1000)[::3].sum())
show(lambda: np.random.RandomState(0).rand(40,40)[:, ::2].sum().tolist())
show(lambda: np.random.RandomState(0).rand(40,40)[::2].sum().tolist())
