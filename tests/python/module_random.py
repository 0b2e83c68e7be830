import random
random.seed(42)
print(random.random(), random.random(), random.uniform(1, 5), random.randint(1, 100), random.randrange(10), random.randrange(5, 50, 5), random.choice('abcdef'), random.choice([1, 2, 3]))
l = list(range(10))
random.shuffle(l)
print(l, random.sample(range(100), 5), random.sample(['a', 'b', 'c'], 2), random.sample(range(1000), 3), random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.expovariate(2), random.getrandbits(16), random.getrandbits(60))
print(random.choices('abc', k=4), random.choices([1, 2], weights=[1, 9], k=5), random.choices([1, 2], cum_weights=[5, 6], k=3))
r = random.Random(7)
print(r.random(), r.randint(0, 5), r.sample([1, 2, 3, 4], 2))
random.seed(7)
print(random.random())
random.seed(2 ** 40 + 3)
print(random.random())
random.seed(-5)
print(random.random(), random.randint(-10, -1))
random.seed(1.5)
print(random.random())
print([random.randint(0, 1) for _ in range(20)])
for f in [lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 10, 0)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
