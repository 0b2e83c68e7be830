# What numpy says when shapes do not fit.
import numpy as np

a, b = np.zeros((2, 3)), np.zeros((2, 2))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: a + b)
attempt(lambda: np.dot(a, a))
attempt(lambda: a @ a)
attempt(lambda: a.reshape(4, 2))
attempt(lambda: a.reshape(-1, 4))
attempt(lambda: np.concatenate([a, b], axis=0))
attempt(lambda: np.concatenate([a, np.zeros(3)]))
attempt(lambda: np.vstack([a, b]))
attempt(lambda: np.stack([a, b]))
attempt(lambda: a.sum(axis=2))
attempt(lambda: np.squeeze(a, axis=0))
attempt(lambda: a.transpose(0, 0))
attempt(lambda: np.split(np.arange(5), 2))
attempt(lambda: np.array([[1, 2], [3]]))
attempt(lambda: np.expand_dims(a, 5))
attempt(lambda: np.swapaxes(a, 0, 3))
