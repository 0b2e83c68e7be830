# Sums and products to the last digit, part 2.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.random.RandomState(0).rand(40,40)[1:,1:].sum().tolist())
show(lambda: np.random.RandomState(0).rand(40,40)[1:,1:].mean(axis=1).tolist()[:4])
show(lambda: np.random.RandomState(0).rand(1000).astype('float32').sum())
show(lambda: np.random.RandomState(0).rand(30,40).astype('float32').sum(axis=0)[:5])
show(lambda: np.random.RandomState(0).rand(30,40).astype('float32').mean())
show(lambda: np.random.RandomState(0).rand(30,40).astype('float32').std(axis=1)[:5])
show(lambda: np.random.RandomState(0).rand(30,40).var(axis=0).tolist()[:4])
show(lambda: np.random.RandomState(0).rand(30,40).std().tolist())
show(lambda: np.random.RandomState(0).rand(500).prod())
show(lambda: np.random.RandomState(0).rand(5,60).prod(axis=1).tolist())
show(lambda: np.random.RandomState(0).rand(500).cumsum().tolist()[-3:])
show(lambda: np.random.RandomState(0).rand(500).astype('float32').cumsum()[-3:])
show(lambda: np.dot(np.random.RandomState(0).rand(20,30), np.random.RandomState(1).rand(30,5)).tolist()[0])
show(lambda: np.dot(np.random.RandomState(0).rand(300), np.random.RandomState(1).rand(300)).tolist())
