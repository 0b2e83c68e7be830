# A Markov chain: powers, the stationary distribution, a path.
import numpy as np

p = np.array([[0.9, 0.075, 0.025], [0.15, 0.8, 0.05], [0.25, 0.25, 0.5]])
print(p.sum(axis=1))
print(np.linalg.matrix_power(p, 3).round(6))
state = np.array([0., 1., 0.])
for i in range(100):
    state = state.dot(p)
print(state.round(5))
rng = np.random.RandomState(4)
path, now = [], 0
for i in range(15):
    now = rng.choice(3, p=p[now])
    path.append(int(now))
print(path, np.bincount(path, minlength=3))
