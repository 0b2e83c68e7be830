# Hash and equality: keys of one's own, collisions, changing keys, subclasses that lose their hash.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return 'P(%d, %d)' % (self.x, self.y)


d = {Point(1, 2): 'a', Point(3, 4): 'b'}
print(d[Point(1, 2)], Point(3, 4) in d, Point(0, 0) in d, len({Point(1, 1), Point(1, 1)}))
d[Point(1, 2)] = 'changed'
print(d, sorted(d.values()))


class Same:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 7

    def __eq__(self, o):
        return isinstance(o, Same) and self.v == o.v

    def __repr__(self):
        return 'S%d' % self.v


s = {Same(i): i for i in range(20)}
print(s[Same(13)], Same(20) in s, len(s), s.pop(Same(5)), len(s), list(s)[:6])
for i in range(0, 20, 2):
    s.pop(Same(i), None)
print(list(s), Same(7) in s, Same(8) in s)
t = {Same(1), Same(2)} | {Same(2), Same(3)}
print(len(t), t >= {Same(1)}, t & {Same(3), Same(9)}, len(t - {Same(1)}))


class OnlyEq:
    def __eq__(self, o):
        return True


for f in (lambda: hash(OnlyEq()), lambda: {OnlyEq(): 1}, lambda: {OnlyEq()}, lambda: {[]: 1}, lambda: {{}},
          lambda: hash(([],)), lambda: {(1, {}): 2}, lambda: frozenset([[]]), lambda: {}.get([]),
          lambda: [] in {}, lambda: [] in set(), lambda: hash(slice(1))):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Keeps(OnlyEq):
    __hash__ = object.__hash__


class None_(Point):
    __hash__ = None


k = Keeps()
print(hash(k) == hash(k), k in {k: 1})
try:
    {None_(1, 2)}
except TypeError as e:
    print(e)
print(hash(1) == hash(1.0) == hash(True), {1: 'a', 1.0: 'b', True: 'c'}, {1, 1.0, True}, hash(-1), hash(2 ** 40))
print(hash(0.5), hash('') == hash(''), hash((1, 2)), hash(()), hash(None) == hash(None), hash(frozenset()) != 0)
p = Point(5, 5)
box = {p: 1}
p.x = 6
print(p in box, Point(5, 5) in box, list(box))


class Angry:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise ValueError('not comparable')


a = Angry()
print({a: 1}[a], a in [a], [a].index(a), (a,) == (a,))
for f in (lambda: {a: 1, Angry(): 2}, lambda: a in [Angry()], lambda: a == 1, lambda: 1 == a, lambda: [a] == [1],
          lambda: {a: 1}.get(1), lambda: [1].count(a), lambda: [a, 1].remove(1), lambda: a != 2):
    try:
        print(f())
    except ValueError as e:
        print('ValueError', e)
