"""Histograms in text: bins, quantiles, sideways and upright bars."""
import random

rng = random.Random(42)
values = [rng.gauss(50, 12) for _ in range(400)]


def histogram(values, bins):
    low, high = min(values), max(values)
    width = (high - low) / bins
    counts = [0] * bins
    for v in values:
        counts[min(int((v - low) / width), bins - 1)] += 1
    return counts, [low + i * width for i in range(bins + 1)]


def quantile(ordered, q):
    position = q * (len(ordered) - 1)
    i = int(position)
    rest = position - i
    return ordered[i] + (ordered[min(i + 1, len(ordered) - 1)] - ordered[i]) * rest


counts, edges = histogram(values, 9)
for count, left, right in zip(counts, edges, edges[1:]):
    print('[{:6.2f}, {:6.2f}) {:3d} {}'.format(left, right, count, '=' * (count // 3)))
ordered = sorted(values)
print([round(quantile(ordered, q), 3) for q in (0, 0.25, 0.5, 0.75, 1)])
top = max(counts)
for level in range(5, 0, -1):
    print(''.join('#' if c * 5 >= level * top else ' ' for c in counts).rstrip())
print('-' * len(counts))
print(sum(counts) == len(values), counts.index(top))
mean = sum(values) / len(values)
print('mean %.4f sd %.4f' % (mean, (sum((v - mean) ** 2 for v in values) / len(values)) ** 0.5))
