# Seeds: the global generator, RandomState, and what draws from them.
import numpy as np

np.random.seed(0)
print(np.random.rand(3), np.random.randn(2, 2), np.random.randint(10), np.random.randint(1, 7, 5))
print(np.random.uniform(-1, 1, 3), np.random.normal(5, 2, 2), np.random.random(), np.random.random_sample((1, 2)))
np.random.seed(0)
print(np.random.rand(3))
a, b = np.random.RandomState(7), np.random.RandomState(7)
print((a.randn(5) == b.randn(5)).all(), a.rand() == b.rand())
x = np.arange(8)
a.shuffle(x)
print(x, a.permutation(5), a.permutation([3, 1, 2]), a.choice(4, 6), a.choice(['x', 'y'], 3), a.choice(10, 3, replace=False))
m = np.arange(6).reshape(3, 2)
a.shuffle(m)
print(m, a.choice(3, 4, p=[0.7, 0.2, 0.1]), a.beta(2, 3), a.gamma(2, 2, 2), a.exponential(), a.poisson(3, 4))
print(a.multinomial(10, [0.2, 0.3, 0.5]), a.multivariate_normal([0, 1], [[1, 0.5], [0.5, 2]], 2).round(6), a.laplace(), a.standard_normal(2))
words = ['a', 'b', 'c', 'd']
np.random.seed(5)
np.random.shuffle(words)
print(words, np.random.permutation(words), np.random.choice(words))
