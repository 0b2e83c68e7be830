"""Chances of sums, exactly."""
from collections import Counter
from itertools import accumulate, chain, combinations_with_replacement, product
from fractions import Fraction

sums = Counter(sum(p) for p in product(range(1, 7), repeat=2))
print(sorted(sums.items()))
print([str(Fraction(sums[s], 36)) for s in (2, 7, 12)], sum(Fraction(n, 36) for n in sums.values()))
best = Counter(max(p) for p in product(range(1, 5), repeat=2))
print(list(accumulate(best[k] for k in sorted(best))), len(list(combinations_with_replacement(range(6), 2))))
table = {}
for a, b in product('XO', repeat=2):
    table.setdefault(a, []).append(b)
print(table, list(chain(*table.values())), float(sum(s * n for s, n in sums.items()) / 36))
