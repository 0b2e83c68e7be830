"""Containers with all protocols: a range of letters, a case-blind dict, a default list, a bag."""


class Letters(object):
    def __init__(self, first, last):
        self.first, self.last = ord(first), ord(last)

    def __len__(self):
        return max(0, self.last - self.first + 1)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return ''.join(self[k] for k in range(*i.indices(len(self))))
        if not isinstance(i, int):
            raise TypeError('indices must be integers, not %s' % type(i).__name__)
        i = i + len(self) if i < 0 else i
        if not 0 <= i < len(self):
            raise IndexError('letter %d' % i)
        return chr(self.first + i)

    def __contains__(self, c):
        return isinstance(c, str) and len(c) == 1 and self.first <= ord(c) <= self.last

    def __reversed__(self):
        return (self[i] for i in range(len(self) - 1, -1, -1))


class CaseBlind(dict):
    def __init__(self, *args, **kwargs):
        super().__init__()
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def __delitem__(self, key):
        super().__delitem__(key.lower())


class Growing(list):
    def __setitem__(self, i, value):
        while isinstance(i, int) and len(self) <= i:
            self.append(None)
        super().__setitem__(i, value)


class Bag(object):
    def __init__(self, items=''):
        self.items = sorted(items)

    def __and__(self, other):
        rest, out = list(other.items), []
        for item in self.items:
            if item in rest:
                rest.remove(item)
                out.append(item)
        return Bag(out)

    def __or__(self, other):
        return Bag(self.items + other.items)

    def __le__(self, other):
        return (self & other).items == self.items

    def __eq__(self, other):
        return self.items == other.items

    def __ne__(self, other):
        return not self == other

    def __bool__(self):
        return bool(self.items)

    def __repr__(self):
        return 'Bag(%r)' % ''.join(self.items)


letters = Letters('a', 'f')
print(len(letters), letters[0], letters[-1], letters[1:4], letters[::-2], 'c' in letters, 'z' in letters, 3 in letters)
print(''.join(letters), list(reversed(letters)), sorted(letters, reverse=True)[0], dict(zip(letters, range(3))), bool(Letters('b', 'a')))
d = CaseBlind({'Content': 1}, TYPE=2)
d['content'] += 10
del d['Type']
print(d, d['CONTENT'], 'ConTent' in d, d.get('CONTENT'), len(d))
g = Growing('ab')
g[4] = 'e'
g[0:2] = [1]
print(g, isinstance(g, list), g + [0], type(g + [0]).__name__, g == [1, None, None, 'e'])
a, b = Bag('banana'), Bag('nab')
print(a & b, a | b, b <= a, a <= b, a == Bag('aaabnn'), a != b, bool(Bag() & a), not Bag())
for wrong in (lambda: letters[9], lambda: letters['a'], lambda: d['x'], lambda: a < b, lambda: hash(a), lambda: a & 1):
    try:
        wrong()
    except (LookupError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
