# Sums and products to the last digit, part 3.
import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: np.dot(np.random.RandomState(0).rand(20,30), np.random.RandomState(1).rand(30)).tolist()[:4])
show(lambda: np.dot(np.random.RandomState(0).rand(30), np.random.RandomState(1).rand(30,4)).tolist())
show(lambda: np.dot(np.random.RandomState(0).rand(20,30).astype('float32'), np.random.RandomState(1).rand(30,5).astype('float32'))[0])
show(lambda: np.dot(np.random.RandomState(0).rand(20,30).T, np.random.RandomState(1).rand(20,5)).tolist()[0])
show(lambda: (np.random.RandomState(0).rand(5,4,3) @ np.random.RandomState(1).rand(5,3,2)).tolist()[2])
show(lambda: np.outer(np.random.RandomState(0).rand(3), np.random.RandomState(1).rand(2)).tolist())
show(lambda: np.linalg.norm(np.random.RandomState(0).rand(300)).tolist())
show(lambda: np.linalg.norm(np.random.RandomState(0).rand(30,10), axis=1).tolist()[:3])
show(lambda: np.random.RandomState(0).rand(30,10).max(axis=0).tolist()[:3])
show(lambda: np.average(np.random.RandomState(0).rand(300), weights=np.random.RandomState(1).rand(300)).tolist())
show(lambda: np.cov(np.random.RandomState(0).rand(3,50)).tolist())
show(lambda: np.corrcoef(np.random.RandomState(0).rand(3,50)).tolist())
show(lambda: np.median(np.random.RandomState(0).rand(31,8), axis=0).tolist()[:3])
show(lambda: np.convolve(np.random.RandomState(0).rand(50), np.random.RandomState(1).rand(7)).tolist()[10:13])
