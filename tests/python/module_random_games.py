"""Games of chance with a seed."""
import random

rng = random.Random(2018)
print([rng.randint(1, 6) for _ in range(10)], rng.choice(['rock', 'paper', 'scissors']), rng.sample(range(1, 50), 6))
deck = [r + s for s in 'SHDC' for r in '23456789TJQKA']
rng.shuffle(deck)
print(deck[:5], deck[-1], len(set(deck)))
inside = sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(2000))
print(inside, 4 * inside / 2000)
walk = [0]
for _ in range(15):
    walk.append(walk[-1] + rng.choice((-1, 1)))
print(walk, rng.choices('LMH', [1, 2, 7], k=8), round(rng.gauss(10, 2), 6), round(rng.uniform(-1, 1), 6))


def weighted(rng, table):
    x = rng.random() * sum(table.values())
    for key, w in table.items():
        x -= w
        if x < 0:
            return key
    return key


print([weighted(rng, {'common': 8, 'rare': 2}) for _ in range(6)], rng.randrange(10, 100, 10), rng.getrandbits(8), rng.betavariate(1, 1) if False else 'end')
random.seed(1)
first = [random.random() for _ in range(2)]
random.seed(1)
print(first == [random.random() for _ in range(2)], first)
