"""Sorting records: several keys, stability, reverse, keys that are functions, broken orders."""
import functools
import operator

People = [('Ann', 31, 'Oslo'), ('bob', 25, 'Rome'), ('Cid', 31, 'Bonn'), ('dee', 25, 'Oslo'), ('Eve', 40, 'Rome')]
print(sorted(People)[0], sorted(People, key=lambda p: p[0].lower())[1])
print([p[0] for p in sorted(People, key=operator.itemgetter(1))], [p[0] for p in sorted(People, key=operator.itemgetter(1), reverse=True)])
print([p[0] for p in sorted(People, key=lambda p: (-p[1], p[2], p[0]))], [p[0] for p in sorted(People, key=operator.itemgetter(2, 1))])
by_city = sorted(People, key=lambda p: p[2])
by_city.sort(key=lambda p: p[1])
print([p[0] for p in by_city])
print(sorted('Banana'), sorted('Banana', key=str.lower), sorted([True, 3, 0.5, -1]), sorted({'b': 1, 'a': 2}), sorted([(1, 'b'), (1, 'a')]))


@functools.total_ordering
class Version(object):
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split('.'))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return '.'.join(map(str, self.parts))


versions = [Version(t) for t in '1.10 1.2 1.2.1 0.12 1.10'.split()]
print(sorted(versions), max(versions), Version('1.0') >= Version('1.0'), Version('1.4') > Version('1.15'))


def natural(text):
    out, digits = [], ''
    for c in text + ' ':
        if c.isdigit():
            digits += c
            continue
        if digits:
            out.append((0, int(digits), ''))
            digits = ''
        out.append((1, 0, c))
    return out


print(sorted(['var_10', 'var_9', 'var', 'var_1', 'var10'], key=natural))
cmp = lambda a, b: (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b)
print(sorted(['ccc', 'a', 'bb', 'aa', ''], key=functools.cmp_to_key(cmp)))
rank = {name: i for i, name in enumerate(['low', 'mid', 'high'])}
print(sorted(['high', 'low', 'mid', 'low'], key=rank.__getitem__), sorted(range(6), key=lambda n: (n % 2, -n)))
items = [3, 1, 2]
print(items.sort(), items, list(reversed(items)), items[::-1], sorted(items, reverse=True), min(People, key=lambda p: p[1])[0])
for bad in (lambda: sorted([1, 'a']), lambda: sorted([None, 1]), lambda: sorted([1], key=5), lambda: sorted([{}, {}]),
            lambda: sorted(5), lambda: [1].sort(lambda a, b: 0), lambda: max([])):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
