# collections.abc: which values belong to which class, and what a class gets for free from one.
import collections.abc


class L:
    def __len__(self):
        return 1


abc = collections.abc
tests = [1, 'a', [], (), {}, set(), iter([]), (i for i in []), len, L(), range(3), b'', frozenset()]
for kind in (abc.Sized, abc.Iterable, abc.Iterator, abc.Callable, abc.Hashable, abc.Sequence, abc.Mapping,
             abc.Container, abc.MutableSequence, abc.Set, abc.MutableMapping, abc.Generator):
    print(kind.__name__.ljust(16), ''.join('x' if isinstance(t, kind) else '.' for t in tests))


class Stack(abc.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def insert(self, i, v):
        self.items.insert(i, v)


s = Stack(1, 2, 3)
s.append(4)
s.extend([5, 6])
s.reverse()
print(s.items, s.pop(), s.pop(0), 3 in s, s.index(3), s.count(9), list(reversed(s)), len(s))
s.remove(3)
s += [7]
print(s.items)
s.clear()
print(list(s))


class Lower(abc.MutableMapping):
    def __init__(self, **kw):
        self.d = {}
        self.update(kw)

    def __getitem__(self, k):
        return self.d[k.lower()]

    def __setitem__(self, k, v):
        self.d[k.lower()] = v

    def __delitem__(self, k):
        del self.d[k.lower()]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = Lower(A=1, B=2)
m['C'] = 3
print(dict(m), m['a'], 'B' in m, m.get('zz', 0), list(m.items()), list(m.keys()), list(m.values()), m.pop('b'))
print(m.setdefault('D', 4), len(m), m == {'a': 1, 'c': 3, 'd': 4}, m.popitem(), sorted(m))
