# Sums and products to the last digit, part 4.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.trapz(np.random.RandomState(0).rand(50)).tolist())
show(lambda: np.mean(np.random.RandomState(0).rand(50,3,4), axis=0).tolist()[0])
show(lambda: np.sum(np.random.RandomState(0).rand(4,5,6,7), axis=(1,3)).tolist()[0][:3])
show(lambda: np.sum(np.random.RandomState(0).rand(4,5,6,7), axis=(0,1,3)).tolist())
show(lambda: np.sum(np.random.RandomState(0).rand(16,16,3), axis=(0,1)).tolist())
show(lambda: np.random.RandomState(0).rand(9,9).trace().tolist())
show(lambda: np.random.RandomState(0).rand(100,1).sum(axis=0).tolist())
show(lambda: np.random.RandomState(0).rand(1,100).sum(axis=0).tolist()[:2])
show(lambda: np.random.RandomState(0).rand(100,1).sum(axis=1).tolist()[:2])
show(lambda: np.random.RandomState(0).rand(10,100).astype('float16').sum(axis=1))
show(lambda: np.random.RandomState(0).rand(100).astype('float16').mean())
show(lambda: np.arange(6.).reshape(2,3).T.sum(axis=0, keepdims=True))
show(lambda: np.arange(6.).reshape(2,3).T.mean(axis=1, keepdims=True))
show(lambda: np.arange(6.).reshape(2,3).T.var(axis=1, keepdims=True))
