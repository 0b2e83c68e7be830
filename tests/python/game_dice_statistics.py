"""Two dice, thrown with a seed: frequencies as bars, and what probability says."""
import random
from collections import Counter

random.seed(20170401)


def throw(n=2, sides=6):
    return sum(random.randint(1, sides) for _ in range(n))


def expected(total, sides=6):
    ways = sum(1 for a in range(1, sides + 1) for b in range(1, sides + 1) if a + b == total)
    return ways / sides ** 2


throws = [throw() for _ in range(600)]
counts = Counter(throws)
for total in range(2, 13):
    share = counts[total] / len(throws)
    print('{:>2} {:>4} {:6.2%} {:6.2%} {}'.format(total, counts[total], share, expected(total),
                                                 '#' * (counts[total] // 5)))
mean = sum(throws) / len(throws)
variance = sum((t - mean) ** 2 for t in throws) / (len(throws) - 1)
print('mean %.4f variance %.4f' % (mean, variance))
print('most common:', [total for total, _ in counts.most_common(3)])
print('longest run of one total:', max(
    len(list(group)) for _, group in __import__('itertools').groupby(throws))
    if False else 'not asked')
print(sorted(random.sample(range(100), 5)), random.choice('abc'))
