# Iterators of one's own, iter with a sentinel, unpacking, exhausted iterators, iterators that misbehave.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(next(c), list(c), list(c), next(c, 'default'))
print(sum(Countdown(4)), max(Countdown(5)), sorted(Countdown(3)), ''.join(map(str, Countdown(4))))
print(dict(enumerate(Countdown(2))), list(zip(Countdown(3), Countdown(2))), 3 in Countdown(5), set(Countdown(3)))
a, b = Countdown(2)
first, *rest = Countdown(4)
print(a, b, first, rest, [*Countdown(2), 0, *Countdown(1)], (lambda *x: x)(*Countdown(3)))


class Range3:
    "Fresh iterators each time."
    def __iter__(self):
        return iter(range(3))


r = Range3()
print([(x, y) for x in r for y in r if x < y], list(r) == list(r))
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), next(it, None))
it = iter('abc')
for ch in it:
    print(ch, next(it, '-'))
values = iter([3, 1, 4, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values))
n = [0]


def tick():
    n[0] += 1
    return n[0]


print(list(iter(tick, 5)), n)


class BadIter:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return self


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError('inside next')


for f in (lambda: list(BadIter()), lambda: list(NoNext()), lambda: next([]), lambda: iter(5), lambda: list(5),
          lambda: list(Raises()), lambda: [x for x in None], lambda: dict([1, 2]), lambda: dict([(1, 2, 3)]),
          lambda: next(iter([])), lambda: zip(1), lambda: enumerate(None), lambda: sum(5), lambda: max([]),
          lambda: sorted(3), lambda: tuple(1.5), lambda: 1 in 5, lambda: set(None), lambda: ','.join(5),
          lambda: dict(a=1, **{'b': 2})['c'], lambda: map(1, [2]).__next__(), lambda: next(reversed([]))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Deck:
    def __init__(self):
        self.cards = ['%s%s' % (r, s) for s in 'SH' for r in 'AK']

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]


d = Deck()
print(list(d), list(reversed(d)), d[1:], 'AH' in d, sorted(d, key=lambda c: (c[1], c[0])), d[-1], list(iter(d)))
e = enumerate('xy', 10)
print(next(e), list(e), list(e))
print(list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, r)))
z = zip()
print(list(z), list(zip([1])), list(map(lambda: 1)) if False else 'no')
matrix = [[1, 2], [3, 4], [5, 6]]
print(list(zip(*matrix)), [list(row) for row in zip(*matrix)], list(zip(*zip(*matrix))))
i = iter(range(3))
print(i.__next__(), i.__iter__() is i, list(i))
lst = [1, 2, 3]
for x in lst:
    if x < 6:
        lst.append(x + 3)
print(lst)
d = {'a': 1}
try:
    for k in d:
        d[k + 'x'] = 2
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s:
        s.add(k + 10)
except RuntimeError as e:
    print(e)
