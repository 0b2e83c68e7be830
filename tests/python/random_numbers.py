# Python's random generator: the same numbers for the same seed, function by function.
import random

random.seed(42)
print(random.random(), random.uniform(1, 10), random.uniform(5, -5), random.randint(1, 6), random.randrange(10), random.randrange(0, 100, 7))
print(random.choice('abcdef'), random.choice([1, 2, 3]), random.choice(range(100)), random.choices([1, 2, 3], k=5), random.choices('ab', weights=[9, 1], k=10), random.choices('abc', cum_weights=[1, 3, 10], k=4))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample('abcdefgh', 3), random.sample(items, 10), random.sample(range(10 ** 9), 3))
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.expovariate(1.5), random.triangular(0, 1, 0.5), random.triangular(0, 10), random.betavariate(2, 3))
print(random.lognormvariate(0, 0.25), random.vonmisesvariate(0, 4), random.gammavariate(2, 1), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.paretovariate(3), random.weibullvariate(1, 1.5))
print(random.getrandbits(8), random.getrandbits(40), random.getrandbits(128), random.getrandbits(1))
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], len(state), state[0], len(state[1]), state[2])
for seed in (0, 1, -1, 2 ** 40, 2 ** 70, -2 ** 70, True):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 10 ** 12))
a, b = random.Random(7), random.Random(7)
print(a.random() == b.random(), a.randint(1, 100), b.randint(1, 100), a.sample(range(20), 4), random.Random(8).random())
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.sample([1, 2], 3), lambda: random.sample([1], -1), lambda: random.choices([], k=1),
            lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1], weights=[0]), lambda: random.randrange(1, 10, 0), lambda: random.randint(1.5, 2), lambda: random.getrandbits(-1), lambda: random.sample({1, 2}, 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ':', e)
random.seed(1)
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(2000))
print(4 * inside / 2000)
walk, position = [], 0
for _ in range(20):
    position += random.choice((-1, 1))
    walk.append(position)
print(walk)
deck = [rank + suit for suit in 'SHDC' for rank in '23456789TJQKA']
random.shuffle(deck)
print(' '.join(deck[:13]), sum(sum(random.randint(1, 6) for _ in range(2)) == 7 for _ in range(600)))
counts = {}
for _ in range(500):
    n = int(random.gauss(5, 1.5))
    counts[n] = counts.get(n, 0) + 1
for n in sorted(counts):
    print('%3d %s' % (n, '*' * (counts[n] // 5)))
