"""Random walks in the plane, with the distance that theory expects."""
import math
import random
from collections import Counter

STEPS = {'n': (0, 1), 'e': (1, 0), 's': (0, -1), 'w': (-1, 0)}


def walk(n, rng):
    x = y = 0
    visited = Counter({(0, 0): 1})
    for _ in range(n):
        dx, dy = STEPS[rng.choice('nesw')]
        x, y = x + dx, y + dy
        visited[x, y] += 1
    return (x, y), visited


rng = random.Random(2017)
ends = []
for n in (1, 10, 100, 400):
    distances = []
    for _ in range(20):
        (x, y), visited = walk(n, rng)
        distances.append(math.hypot(x, y))
    print('%4d steps: mean %.3f expected about %.3f, last saw %d places, most %d times' % (
        n, sum(distances) / len(distances), math.sqrt(n) * math.sqrt(math.pi) / 2, len(visited),
        max(visited.values())))
    ends.append((x, y))
print(ends, len(set(ends)))
inside = sum(rng.random() ** 2 + rng.random() ** 2 < 1 for _ in range(2000))
print('pi is about', 4 * inside / 2000)
