# numpy.random gives numpy's own numbers for a seed.
import numpy as np

np.random.seed(42)
print(np.random.rand(), np.random.rand(2), np.random.rand(2, 2))
print(np.random.randn(), np.random.randn(3), np.random.randn(2, 2))
print(np.random.random(2), np.random.random_sample(), np.random.uniform(-1, 1, 3), np.random.uniform(5, 10), np.random.uniform(size=(1, 2)))
print(np.random.normal(size=2), np.random.normal(10, 0.1), np.random.normal(0, 0.05, (2, 2)), np.random.normal([0, 100], 1), np.random.standard_normal(2))
print(np.random.randint(10), np.random.randint(5, 10), np.random.randint(0, 100, 5), np.random.randint(2, size=(2, 3)), np.random.randint(0, 2 ** 40, 2), np.random.randint(3, size=2, dtype=np.int32))
a = np.arange(8)
np.random.shuffle(a)
print(a)
m = np.arange(6).reshape(3, 2)
np.random.shuffle(m)
print(m)
lst = ['a', 'b', 'c', 'd']
np.random.shuffle(lst)
print(lst)
print(np.random.permutation(6), np.random.permutation([1, 2, 3]), np.random.permutation(m))
print(np.random.choice(5), np.random.choice(5, 3), np.random.choice(5, 3, replace=False), np.random.choice([10, 20, 30], 4), np.random.choice(['x', 'y']))
print(np.random.choice(3, 5, p=[0.1, 0.2, 0.7]), np.random.choice(4, 3, replace=False, p=[0.1, 0.2, 0.3, 0.4]), np.random.choice(4, (2, 2)))
print(np.random.binomial(1, 0.5, 6), np.random.binomial(10, 0.3), np.random.exponential(2, 2), np.random.lognormal(0, 1))
r = np.random.RandomState(7)
print(r.rand(2), r.randint(0, 9, 3), r.permutation(4))
r2 = np.random.RandomState(7)
print(r2.rand(2), r.normal(), r2.uniform(0, 2))
np.random.seed(0)
print(np.random.rand(3), np.random.randn(1))
np.random.seed([1, 2, 3])
print(np.random.rand(2))
x = np.random.normal(0, 1, size=1000).astype(np.float32)
print(x.mean(), x.std(), x.dtype, x[:3])
for bad in [lambda: np.random.seed(-1), lambda: np.random.randint(0), lambda: np.random.randint(5, 5), lambda: np.random.choice(3, 5, replace=False),
            lambda: np.random.choice(3, p=[0.5, 0.5, 0.5]), lambda: np.random.normal(0, -1), lambda: np.random.choice([]), lambda: np.random.rand(-1)]:
    try:
        print(bad())
    except Exception as ex:
        print(type(ex).__name__, ex)
