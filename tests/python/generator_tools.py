# Iteration tools that people write themselves.
import itertools


def chunks(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]


def pairwise(it):
    it = iter(it)
    try:
        before = next(it)
    except StopIteration:
        return
    for x in it:
        yield before, x
        before = x


def batches(it, n):
    it = iter(it)
    while True:
        batch = list(itertools.islice(it, n))
        if not batch:
            return
        yield batch


def round_robin(*iterables):
    active = [iter(i) for i in iterables]
    while active:
        for it in list(active):
            try:
                yield next(it)
            except StopIteration:
                active.remove(it)


class Peekable:
    _none = object()

    def __init__(self, it):
        self._it = iter(it)
        self._next = self._none

    def __iter__(self):
        return self

    def __next__(self):
        if self._next is not self._none:
            value, self._next = self._next, self._none
            return value
        return next(self._it)

    def peek(self, default=None):
        if self._next is self._none:
            self._next = next(self._it, self._none)
        return default if self._next is self._none else self._next

    def __bool__(self):
        return self.peek(self._none) is not self._none


print(list(chunks([1, 2, 3, 4, 5], 2)), list(chunks('abcdef', 3)), list(pairwise('abc')), list(pairwise([])), list(batches(range(5), 2)))
print(list(round_robin('abc', [1], (x for x in 'xy'))))
p = Peekable([1, 1, 2, 3, 3, 3])
groups = []
while p:
    v, n = p.peek(), 0
    while p.peek() == v:
        next(p)
        n += 1
    groups.append((v, n))
print(groups, p.peek('empty'), bool(p))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take_while(pred, it):
    for x in it:
        if not pred(x):
            return
        yield x


def merge(*sorted_lists):
    its = [Peekable(l) for l in sorted_lists]
    while any(its):
        best = min((i for i in its if i), key=lambda i: i.peek())
        yield next(best)


def permutations(items):
    if not items:
        yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x] + rest


def powerset(items):
    if not items:
        yield ()
        return
    for rest in powerset(items[1:]):
        yield rest
        yield (items[0],) + rest


print(list(take_while(lambda x: x < 50, fib())), list(merge([1, 4, 9], [2, 3], [], [5])))
print([''.join(p) for p in permutations(list('abc'))], sorted(powerset((1, 2, 3)), key=lambda s: (len(s), s)))


def walk(tree, path=()):
    for key, value in sorted(tree.items()):
        if isinstance(value, dict):
            yield from walk(value, path + (key,))
        else:
            yield '/'.join(path + (key,)), value


print(list(walk({'a': 1, 'b': {'c': 2, 'd': {'e': 3}}, 'f': {}})))


def window_sums(values, n):
    total, window = 0, []
    for v in values:
        window.append(v)
        total += v
        if len(window) > n:
            total -= window.pop(0)
        if len(window) == n:
            yield total


print(list(window_sums(range(6), 3)), sum(window_sums([1] * 5, 5)))
a, b = itertools.tee(fib())
print(next(a), next(a), next(b), [next(x) for x in (a, b)])
print(dict(itertools.zip_longest('ab', [1, 2, 3], fillvalue='-')), [list(g) for k, g in itertools.groupby('aabccc')])
