"""Looking up in sorted data."""
from bisect import bisect, bisect_left, bisect_right, insort


class Table:
    """Numbers rounded down to known points."""

    def __init__(self, points):
        self.keys = sorted(points)
        self.values = points

    def __getitem__(self, x):
        i = bisect_right(self.keys, x)
        if not i:
            raise KeyError(x)
        return self.values[self.keys[i - 1]]


tax = Table({0: 0.1, 10000: 0.2, 50000: 0.35})
print([tax[x] for x in (0, 9999, 10000, 75000)])
try:
    tax[-1]
except KeyError as e:
    print('none below', e)
scores = []
for s in (50, 20, 80, 20, 65):
    insort(scores, s)
print(scores, bisect_left(scores, 20), bisect(scores, 20), bisect_left(scores, 65, 3), bisect_right([1, 2, 3], 2, 0, 1))


def closest(data, x):
    i = bisect_left(data, x)
    return min(data[max(0, i - 1):i + 1], key=lambda y: abs(y - x))


print([closest(scores, x) for x in (0, 30, 57, 60, 99)], [bisect('abc', c) for c in 'aXcz'])
