"""Tables sorted and grouped by operator functions."""
from itertools import groupby
from operator import attrgetter, itemgetter, methodcaller, mul
from functools import reduce

people = [{'name': 'ann', 'age': 31, 'city': 'rome'}, {'name': 'bob', 'age': 25, 'city': 'oslo'}, {'name': 'cid', 'age': 31, 'city': 'oslo'}]
for city, group in groupby(sorted(people, key=itemgetter('city', 'name')), key=itemgetter('city')):
    print(city, [p['name'] for p in group])
print(max(people, key=itemgetter('age'))['name'], sorted(map(itemgetter('age'), people)), [p['name'] for p in sorted(people, key=itemgetter('age'), reverse=True)])


class Box:
    def __init__(self, w, h):
        self.w, self.h = w, h
        self.inner = self if w > 2 else None

    def area(self, scale=1):
        return self.w * self.h * scale


boxes = [Box(3, 1), Box(1, 5), Box(3, 3)]
print([b.w for b in sorted(boxes, key=attrgetter('w', 'h'))], list(map(methodcaller('area', scale=2), boxes)), attrgetter('inner.h')(boxes[2]), reduce(mul, range(1, 6)))
rows = [(3, 'c'), (1, 'a'), (2, 'b')]
rows.sort(key=itemgetter(0))
print(rows, dict(map(itemgetter(1, 0), rows)), list(zip(*rows)), min(rows, key=itemgetter(1)))
