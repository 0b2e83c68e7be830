"""Batches, windows and flattening."""
from itertools import chain, count, cycle, islice, repeat, tee, zip_longest


def batches(items, size):
    it = iter(items)
    while True:
        batch = list(islice(it, size))
        if not batch:
            return
        yield batch


def windows(items, n):
    its = tee(items, n)
    for i, it in enumerate(its):
        next(islice(it, i, i), None)
    return zip(*its)


def flatten(x):
    if isinstance(x, (list, tuple)):
        return chain.from_iterable(map(flatten, x))
    return repeat(x, 1)


def round_robin(*seqs):
    left, nexts = len(seqs), cycle(iter(s).__next__ for s in seqs)
    while left:
        try:
            for n in nexts:
                yield n()
        except StopIteration:
            left -= 1
            nexts = cycle(islice(nexts, left))


print(list(batches(range(7), 3)), list(windows('abcd', 2)), list(flatten([1, (2, [3, [4]]), []])))
print(''.join(round_robin('ABC', 'D', 'EF')), list(zip(count(10, -3), 'xyz')), [sum(p) for p in zip_longest([1, 2], [3], fillvalue=0)])
epochs = chain.from_iterable(repeat([1, 2, 3], 2))
print(list(epochs), list(islice(cycle('ab'), 3, 8)), next(islice(count(), 100, None)))
