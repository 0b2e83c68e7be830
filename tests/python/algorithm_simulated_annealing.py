"""The traveling salesman: nearest neighbour, improvement by 2-opt, annealing with a seed."""
import math
import random

rng = random.Random(12)
CITIES = [(rng.randrange(100), rng.randrange(100)) for _ in range(9)]


def length(tour):
    return sum(math.hypot(CITIES[a][0] - CITIES[b][0], CITIES[a][1] - CITIES[b][1])
               for a, b in zip(tour, tour[1:] + tour[:1]))


def nearest(start=0):
    left, tour = set(range(len(CITIES))) - {start}, [start]
    while left:
        x, y = CITIES[tour[-1]]
        city = min(left, key=lambda c: (math.hypot(CITIES[c][0] - x, CITIES[c][1] - y), c))
        left.remove(city)
        tour.append(city)
    return tour


def two_opt(tour):
    improved = True
    while improved:
        improved = False
        for i in range(1, len(tour) - 1):
            for k in range(i + 1, len(tour)):
                new = tour[:i] + tour[i:k + 1][::-1] + tour[k + 1:]
                if length(new) < length(tour) - 1e-9:
                    tour, improved = new, True
    return tour


def anneal(tour, steps=600, heat=50.0):
    best = current = tour
    for step in range(steps):
        heat *= 0.99
        i, k = sorted(rng.sample(range(1, len(tour)), 2))
        new = current[:i] + current[i:k][::-1] + current[k:]
        worse = length(new) - length(current)
        if worse < 0 or rng.random() < math.exp(-worse / heat):
            current = new
            best = min(best, current, key=length)
    return best


start = nearest()
print(CITIES)
for name, tour in (('nearest', start), ('2-opt', two_opt(start)), ('annealed', anneal(start))):
    print('%-9s %9.4f %s' % (name, length(tour), tour))
    assert sorted(tour) == list(range(len(CITIES)))
print(length(two_opt(start)) <= length(start), length(anneal(start)) <= length(start))
