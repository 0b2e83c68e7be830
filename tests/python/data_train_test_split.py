"""Splitting data: by share, stratified, k folds; nothing lost, nothing twice."""
import random


def split(items, share, seed=None):
    items = list(items)
    random.Random(seed).shuffle(items)
    cut = int(round(len(items) * share))
    return items[:cut], items[cut:]


def stratified(pairs, share, seed):
    by_label = {}
    for pair in pairs:
        by_label.setdefault(pair[1], []).append(pair)
    train, test = [], []
    for label in sorted(by_label):
        a, b = split(by_label[label], share, seed)
        train += a
        test += b
    return train, test


def folds(n, k):
    sizes = [n // k + (i < n % k) for i in range(k)]
    start = 0
    for size in sizes:
        test = range(start, start + size)
        yield [i for i in range(n) if i not in test], list(test)
        start += size


train, test = split(range(10), 0.8, seed=3)
print(train, test, sorted(train + test) == list(range(10)))
pairs = [(i, 'even' if i % 2 == 0 else 'odd') for i in range(12)] + [(99, 'odd')] * 3
train, test = stratified(pairs, 2 / 3, seed=1)
for name, part in (('train', train), ('test', test)):
    labels = [label for _, label in part]
    print(name, len(part), {label: labels.count(label) for label in sorted(set(labels))})
used = []
for fold, (train, test) in enumerate(folds(10, 3)):
    print(fold, train, test)
    used += test
print(used == list(range(10)), split([], 0.5), split('ab', 1.0, 0)[1])
