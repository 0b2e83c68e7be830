# Random walks and their statistics.
import numpy as np

np.random.seed(12)
steps = np.where(np.random.rand(5, 20) < 0.5, -1, 1)
walks = steps.cumsum(axis=1)
print(walks)
print(walks.max(1), walks.min(1), (np.abs(walks) >= 3).any(1))
print((np.abs(walks) >= 3).argmax(1))
print(walks[:, -1].mean(), walks.std(axis=0).round(3)[:5])
