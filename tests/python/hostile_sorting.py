# Sorting against comparisons that raise, lie or change the list, and what must hold nevertheless.
import functools
import random


class Raises:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if self.value == 13 or other.value == 13:
            raise ValueError('13 is not compared')
        return self.value < other.value

    def __repr__(self):
        return 'R%d' % self.value


items = [Raises(i) for i in (5, 3, 13, 1)]
try:
    items.sort()
except ValueError as e:
    print(e, sorted(x.value for x in items))
try:
    print(sorted([Raises(2), Raises(13)]))
except ValueError as e:
    print(e)


class Appends:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        changing.append(self)
        return self.value < other.value


changing = [Appends(3), Appends(1), Appends(2)]
try:
    changing.sort()
except ValueError as e:
    print(e)


class Liar:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return True


print(len(sorted([Liar(i) for i in range(50)])), sorted(x.value for x in sorted([Liar(i) for i in range(50)])) == list(range(50)))
for mixed in ([1, 'a'], ['a', 1], [None, 1], [1j, 2j], [[1], (1,)], [{}, {}], [1, [2]], [(1, 'a'), (1, 2)], [object, object]):
    try:
        print(sorted(mixed))
    except TypeError as e:
        print(e)
nan = float('nan')
print(sorted([3, 1, nan, 2, 0]), max([nan, 1]), max([1, nan]), min([nan, 1]), min([1, nan]))
print(sorted([2, 1.5, True, 10 ** 30, -10 ** 30, 0.0, False]), sorted([(2, 'b'), (2, 'a'), (1,), ()]))
print(sorted('Hello World'), sorted({3: 1, 1: 2}), sorted([[2], [1, 5], []]), sorted(range(5), reverse=True))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True)[:5])
print(sorted(['b', 'A', 'a', 'B'], key=str.lower), sorted([-3, 2, -1], key=abs), sorted(['10', '9', '1'], key=int))
print(sorted([5, 3, 9, 1], key=functools.cmp_to_key(lambda a, b: b - a)))
random.seed(4)
for n in (0, 1, 2, 31, 32, 33, 63, 64, 65, 200):
    values = [random.randrange(20) for _ in range(n)]
    numbered = sorted(enumerate(values), key=lambda p: p[1])
    stable = all(a[1] < b[1] or (a[1] == b[1] and a[0] < b[0]) for a, b in zip(numbered, numbered[1:]))
    backward = sorted(enumerate(values), key=lambda p: p[1], reverse=True)
    also = all(a[1] > b[1] or (a[1] == b[1] and a[0] < b[0]) for a, b in zip(backward, backward[1:]))
    print(n, stable, also, end='; ')
print()
compared = []


class Counted(int):
    def __lt__(self, other):
        compared.append((int(self), int(other)))
        return int(self) < int(other)


sorted([Counted(i) for i in (4, 2, 5, 1, 3)])
print(compared)
compared.clear()
sorted([Counted(i) for i in range(8)])
print(len(compared), compared)
