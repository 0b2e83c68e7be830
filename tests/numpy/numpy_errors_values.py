# What numpy says about values and types.
import numpy as np


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


attempt(lambda: np.array(['a', 'b']) + 1)
attempt(lambda: np.array([1, 2]) - None)
attempt(lambda: np.array([1, 2]).astype('foo'))
attempt(lambda: np.array(['x']).astype(float))
attempt(lambda: np.zeros(-1))
attempt(lambda: np.max([]))
attempt(lambda: np.argmax([]))
attempt(lambda: np.array([2]) ** -1)
attempt(lambda: np.linspace(0, 1, -1))
attempt(lambda: np.random.randint(5, 5))
attempt(lambda: np.random.choice([]))
attempt(lambda: np.random.choice(3, 5, replace=False))
attempt(lambda: np.random.choice(2, p=[0.5, 0.6]))
attempt(lambda: np.random.normal(0, -1))
attempt(lambda: np.array([1.5]) & 1)
attempt(lambda: ~np.array([1.5]))
attempt(lambda: -np.array([True]))
attempt(lambda: np.array([True]) - np.array([True]))
attempt(lambda: np.stack([]))
attempt(lambda: np.concatenate([]))
attempt(lambda: np.histogram([1, 2], bins=0))
attempt(lambda: np.percentile([1, 2], 101))
attempt(lambda: np.bincount([-1, 2]))
attempt(lambda: np.linalg.inv(np.zeros((2, 2))))
attempt(lambda: np.linalg.solve(np.ones((2, 3)), [1, 2]))
