"""Counting into bins."""
from bisect import bisect_right
import math

data = [2.1, 3.7, 3.9, 5.0, 5.5, 6.1, 8.8, 9.0, 9.9]
edges = [0, 2.5, 5, 7.5, 10]
counts = [0] * (len(edges) - 1)
for x in data:
    counts[bisect_right(edges, x) - 1] += 1
print(counts, sum(counts) == len(data))
for low, high, n in zip(edges, edges[1:], counts):
    print('%4.1f-%4.1f %s' % (low, high, '#' * n))
total = math.fsum(data)
cumulative, running = [], 0
for n in counts:
    running += n
    cumulative.append(running / len(data))
print([round(c, 3) for c in cumulative], round(total / len(data), 4), [bisect_right(cumulative, q) for q in (0.1, 0.5, 0.99)])
