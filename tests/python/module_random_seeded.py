"""random with a seed: CPython's own numbers."""
import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.choice('abcdef'), random.uniform(1, 10))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.gauss(0, 1), random.normalvariate(5, 2))
print(random.randrange(0, 100, 7), random.getrandbits(16), random.expovariate(1.5), random.triangular(0, 10, 3))
print(random.choices(['red', 'green', 'blue'], weights=[10, 1, 1], k=6), random.choices('ab', k=4))
random.seed(2 ** 40)
print(random.random(), random.randint(0, 10 ** 6))
r = random.Random(7)
print(r.random(), r.choice([1, 2, 3]), [r.randint(0, 9) for _ in range(8)])
again = random.Random(7)
print(again.random() != r.random(), [again.gauss(0, 1) for _ in range(3)])
print(random.paretovariate(3), random.weibullvariate(1, 2), random.lognormvariate(0, 1))
random.seed(1.5)
print(random.random())
random.seed(-3)
print(random.random(), random.sample([1, 2, 3], 3), random.sample('abcde', k=2))
for bad in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try:
        bad()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
