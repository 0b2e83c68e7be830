"""Streaming statistics: Welford's variance, running extremes, reservoir sampling, merging."""
import math
import random


class Running(object):
    def __init__(self, values=()):
        self.n, self.mean, self._m2 = 0, 0.0, 0.0
        self.low, self.high = math.inf, -math.inf
        for v in values:
            self.push(v)

    def push(self, x):
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self._m2 += delta * (x - self.mean)
        self.low, self.high = min(self.low, x), max(self.high, x)

    @property
    def variance(self):
        return self._m2 / (self.n - 1) if self.n > 1 else float('nan')

    def __add__(self, other):
        out = Running()
        out.n = self.n + other.n
        delta = other.mean - self.mean
        out.mean = self.mean + delta * other.n / out.n
        out._m2 = self._m2 + other._m2 + delta ** 2 * self.n * other.n / out.n
        out.low, out.high = min(self.low, other.low), max(self.high, other.high)
        return out

    def __repr__(self):
        return 'n=%d mean=%.4f sd=%.4f [%g, %g]' % (self.n, self.mean, math.sqrt(self.variance), self.low, self.high)


def reservoir(items, k, rng):
    kept = []
    for i, item in enumerate(items):
        if i < k:
            kept.append(item)
        else:
            j = rng.randint(0, i)
            if j < k:
                kept[j] = item
    return kept


values = [3, 7, 7, 19, 24, 1.5, -2]
whole = Running(values)
parts = Running(values[:3]) + Running(values[3:])
print(whole, parts, abs(whole.variance - parts.variance) < 1e-9, sep='\n')
mean = sum(values) / len(values)
print('%.6f' % (sum((v - mean) ** 2 for v in values) / (len(values) - 1)), Running([1]).variance, Running().low)
print(reservoir(range(100), 5, random.Random(4)), reservoir('ab', 5, random.Random(0)))
counts = [0] * 4
rng = random.Random(9)
for _ in range(200):
    for item in reservoir(range(4), 2, rng):
        counts[item] += 1
print(counts, sum(counts))
