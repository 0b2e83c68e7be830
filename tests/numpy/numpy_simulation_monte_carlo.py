# Pi by chance, dice, the birthday problem.
import numpy as np

rng = np.random.RandomState(2)
xy = rng.uniform(-1, 1, size=(1000, 2))
print(4 * np.mean((xy ** 2).sum(axis=1) <= 1))
dice = rng.randint(1, 7, size=(200, 2)).sum(axis=1)
print(np.bincount(dice, minlength=13)[2:], dice.mean())
birthdays = rng.randint(0, 365, (100, 23))
print(np.mean([len(np.unique(b)) < 23 for b in birthdays]))
print(rng.exponential(2.0, 3).round(6), rng.poisson(4, 5), rng.binomial(10, 0.3, 5))
