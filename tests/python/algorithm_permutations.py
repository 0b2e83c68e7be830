"""Permutations, combinations, subsets and partitions by hand, beside itertools."""
import itertools


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (item,) + rest


def subsets(items):
    return [[x for i, x in enumerate(items) if mask >> i & 1] for mask in range(1 << len(items))]


def partitions(n, most=None):
    most = n if most is None else most
    if n == 0:
        yield []
    for first in range(min(n, most), 0, -1):
        for rest in partitions(n - first, first):
            yield [first] + rest


def next_permutation(a):
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        return False
    k = len(a) - 1
    while a[k] <= a[i]:
        k -= 1
    a[i], a[k] = a[k], a[i]
    a[i + 1:] = a[:i:-1]
    return True


print(list(map(''.join, permutations('abc'))))
assert list(permutations(list(range(4)))) == list(itertools.permutations(range(4)))
print(subsets('xyz'))
print(list(partitions(5)), len(list(partitions(12))))
a, seen = [1, 1, 2, 3], []
while True:
    seen.append(list(a))
    if not next_permutation(a):
        break
print(len(seen), seen[:4], seen == sorted(seen))
print(list(itertools.combinations('abcd', 2))[-2:], list(itertools.combinations_with_replacement('ab', 2)))
print(sum(1 for p in itertools.permutations('aabb')), len(set(itertools.permutations('aabb'))))
print(list(itertools.chain.from_iterable(itertools.combinations(range(3), r) for r in range(4))))
