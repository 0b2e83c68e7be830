"""Iterators of all kinds: classes, generators, sentinels, two at once, exhausted ones."""
import itertools


class Countdown(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return CountdownIterator(self.n)


class CountdownIterator(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

    def __length_hint__(self):
        return self.n


class OldStyle(object):
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


c = Countdown(3)
print(list(c), list(c), [(a, b) for a in c for b in c if a > b], sum(c), max(c), sorted(c), 2 in c)
print(list(OldStyle()), 20 in OldStyle(), [*OldStyle()], list(reversed([1, 2])), list(zip(c, OldStyle(), 'ab')))
it = iter(c)
print(next(it), list(it), next(it, 'empty'), list(it))
data = iter('ab--cd--ef')
print(list(iter(lambda: next(data), '-')), list(iter(lambda: next(data), '-')), ''.join(data))
a, b, *rest = Countdown(5)
print(a, b, rest, dict(enumerate(Countdown(2), 1)), ''.join(map(str, Countdown(4))))
first, second = itertools.tee(Countdown(3))
print(next(first), list(second), list(first))


def peek(iterable):
    iterator = iter(iterable)
    try:
        head = next(iterator)
    except StopIteration:
        return None, iter(())
    return head, itertools.chain([head], iterator)


head, rest = peek(Countdown(3))
print(head, list(rest), peek([])[0])


def pairwise(iterable):
    a, b = itertools.tee(iterable)
    next(b, None)
    return zip(a, b)


def grouper(iterable, n, fill=None):
    return itertools.zip_longest(*[iter(iterable)] * n, fillvalue=fill)


def roundrobin(*iterables):
    pending = [iter(i) for i in iterables]
    while pending:
        for it in list(pending):
            try:
                yield next(it)
            except StopIteration:
                pending.remove(it)


print(list(pairwise('abcd')), list(grouper('abcde', 2, '-')), ''.join(roundrobin('ABC', 'D', 'EF')))
print(list(itertools.islice(itertools.cycle('xy'), 5)), list(itertools.accumulate([1, 2, 3], lambda a, b: a * b)))
print([k for k, _ in itertools.groupby('aabbca')], list(itertools.compress('abc', [1, 0, 1])), list(itertools.starmap(pow, [(2, 3)])))
for bad in (lambda: next(iter([])), lambda: iter(5), lambda: next([1]), lambda: list(zip(1)), lambda: [*None]):
    try:
        bad()
    except (StopIteration, TypeError) as e:
        print(type(e).__name__, e)
