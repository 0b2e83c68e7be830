"""More distributions of random."""
import random

random.seed(11)
print(random.triangular(0, 10, 3), random.triangular(), random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2))
print(random.random())
