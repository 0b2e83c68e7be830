"""A cache on an OrderedDict."""
from collections import OrderedDict


class Cache:
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, OrderedDict(), 0, 0

    def get(self, key, make):
        if key in self.data:
            self.hits += 1
            self.data.move_to_end(key)
        else:
            self.misses += 1
            self.data[key] = make(key)
            if len(self.data) > self.size:
                old, _ = self.data.popitem(last=False)
                print('dropped', old)
        return self.data[key]


c = Cache(2)
print([c.get(k, lambda k: k * k) for k in (1, 2, 1, 3, 2, 1)])
print(c.hits, c.misses, list(c.data), c.data.get(9), list(c.data.values()))
d = OrderedDict()
d['z'] = 1
d['a'] = 2
d['z'] = 3
print(d, d == {'a': 2, 'z': 3}, next(iter(d)), list(d.items())[::-1], d.pop('a'), len(d))
