# Hashes that collide on purpose, comparisons that raise or change what is being looked at.
class Same:
    """All of them fall into one place."""
    compared = 0

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return 7

    def __eq__(self, other):
        Same.compared += 1
        return isinstance(other, Same) and self.value == other.value

    def __repr__(self):
        return 'S%r' % self.value


d = {Same(i): i for i in range(60)}
s = {Same(i % 10) for i in range(200)}
print(len(d), d[Same(37)], len(s), Same(9) in s, Same(10) in s, Same(-1) in d, 7 in d)
del d[Same(37)]
print(len(d), Same(37) in d, d.get(Same(37), 'gone'), d.pop(Same(5)), d.setdefault(Same(61), 61))
print(sorted((s - {Same(1)}), key=lambda x: x.value)[:4], len(s & {Same(2), Same(99)}), s == {Same(i) for i in range(10)})

modulus = 2 ** 61 - 1  # all multiples have the hash 0
numbers = {i * modulus: i for i in range(300)}
print(len(numbers), numbers[299 * modulus], numbers.get(300 * modulus), hash(modulus), hash(5 * modulus), hash(-modulus))
print(len({i * modulus for i in range(300)}), len({float(i) * 2.0 ** 61 for i in range(50)}))
print(hash(-1), hash(-2), hash(-1) == hash(-2), {-1: 'a', -2: 'b'}[-2], len({-1, -2, -1.0, -2.0}))


class Raises:
    def __init__(self, after):
        self.after = after

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.after -= 1
        if self.after < 0:
            raise RuntimeError('compared once too often')
        return False


table = {}
try:
    for i in range(10):
        table[Raises(3)] = i
except RuntimeError as e:
    print(len(table), e)


class Clears:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        victim.clear()
        return False


victim = {}
for i in range(4):
    victim[Clears()] = i
print(len(victim))


class Grows:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        if len(growing) < 50:
            growing['key %d' % len(growing)] = 0
        return self is other


growing = {}
a, b = Grows(), Grows()
growing[a] = 1
growing[b] = 2
print(growing[a], growing[b], len(growing) >= 3)


class Changes:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


c = Changes(1)
found = {c: 'found'}
c.h = 2
print(c in found, list(found.values()), c in list(found))
for bad in ([], {}, set(), [1], (1, []), {1: 2}, slice(1)):
    try:
        print({bad: 1})
    except TypeError as e:
        print(e)


class Text:
    def __hash__(self):
        return 'text'


class Never:
    __hash__ = None


class EqualOnly:
    def __eq__(self, other):
        return True


for bad in (Text(), Never(), EqualOnly()):
    try:
        print(hash(bad))
    except TypeError as e:
        print(e)
