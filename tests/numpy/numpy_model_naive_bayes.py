# Gaussian naive Bayes.
import numpy as np

rng = np.random.RandomState(7)
x = np.vstack([rng.normal([0, 0], 1, (30, 2)), rng.normal([3, 3], [1, 2], (30, 2))])
y = np.repeat([0, 1], 30)
mean = np.array([x[y == c].mean(axis=0) for c in (0, 1)])
var = np.array([x[y == c].var(axis=0) for c in (0, 1)])
prior = np.bincount(y) / len(y)
print(mean.round(4), var.round(4), prior)
log_p = -0.5 * (np.log(2 * np.pi * var)[:, None] + (x[None] - mean[:, None]) ** 2 / var[:, None]).sum(axis=2)
log_p += np.log(prior)[:, None]
guess = log_p.argmax(axis=0)
print(log_p.shape, (guess == y).mean())
confusion = np.zeros((2, 2), dtype=int)
np.add.at(confusion, (y, guess), 1)
print(confusion)
