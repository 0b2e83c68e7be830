# Seeded simulations: gambler's ruin, birthdays, Monte Carlo integrals, a queue, Markov weather, k-means, annealing.
import math
import random


def ruin(money, goal, p, rng):
    steps = 0
    while 0 < money < goal:
        money += 1 if rng.random() < p else -1
        steps += 1
    return money == goal, steps


def birthdays(people, rng):
    seen = set()
    for _ in range(people):
        day = rng.randrange(365)
        if day in seen:
            return True
        seen.add(day)
    return False


def queue(minutes, rng):
    waiting, served, longest, free_at = [], 0, 0, 0.0
    now, total = 0.0, 0.0
    while now < minutes:
        now += rng.expovariate(1 / 3)
        start = max(now, free_at)
        total += start - now
        longest = max(longest, start - now)
        free_at = start + rng.uniform(1, 4)
        served += 1
    return served, total / served, longest


def weather(days, rng):
    table = {'sun': [('sun', 0.8), ('rain', 0.2)], 'rain': [('sun', 0.4), ('rain', 0.6)]}
    state, counts = 'sun', {'sun': 0, 'rain': 0}
    for _ in range(days):
        names, weights = zip(*table[state])
        state = rng.choices(names, weights)[0]
        counts[state] += 1
    return counts


def means(points, k, rng):
    centers = rng.sample(points, k)
    for _ in range(20):
        groups = [[] for _ in centers]
        for p in points:
            groups[min(range(k), key=lambda i: math.dist(p, centers[i]))].append(p)
        new = [tuple(sum(c) / len(g) for c in zip(*g)) if g else centers[i] for i, g in enumerate(groups)]
        if new == centers:
            break
        centers = new
    return sorted((round(x, 6), round(y, 6), len(g)) for (x, y), g in zip(centers, groups))


def anneal(cities, rng):
    def length(tour):
        return sum(math.dist(cities[a], cities[b]) for a, b in zip(tour, tour[1:] + tour[:1]))

    tour = list(range(len(cities)))
    best, heat = length(tour), 1.0
    for _ in range(400):
        i, k = sorted(rng.sample(range(len(tour)), 2))
        other = tour[:i] + tour[i:k + 1][::-1] + tour[k + 1:]
        change = length(other) - best
        if change < 0 or rng.random() < math.exp(-change / heat):
            tour, best = other, best + change
        heat *= 0.985
    return tour, round(best, 9)


rng = random.Random(2024)
games = [ruin(10, 20, 0.49, rng) for _ in range(60)]
print(sum(won for won, _ in games), sum(steps for _, steps in games) / len(games))
print([sum(birthdays(n, rng) for _ in range(100)) for n in (5, 10, 23, 40)])
print(sum(math.exp(-rng.random() ** 2) for _ in range(1000)) / 1000, queue(300, rng), weather(500, rng))
points = [(rng.gauss(x, 0.5), rng.gauss(y, 0.5)) for x, y in ((0, 0), (5, 5), (0, 5)) for _ in range(25)]
print(means(points, 3, rng))
print(anneal([(rng.randint(0, 20), rng.randint(0, 20)) for _ in range(9)], rng))
deal = list(range(1, 53))
rng.shuffle(deal)
print(deal[:10], [rng.choice(['H', 'T']) for _ in range(12)], rng.sample(range(1, 50), 6))
life = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(12):
    near = {}
    for x, y in life:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    life = {cell for cell, n in near.items() if n == 3 or (n == 2 and cell in life)}
print(sorted(life))
