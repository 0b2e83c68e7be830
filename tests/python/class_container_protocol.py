# Containers of one's own: items, slices, len, in, iteration, reversed, missing methods.
class Poly:
    def __init__(self, *c):
        self.c = list(c)

    def __len__(self):
        return len(self.c)

    def __getitem__(self, i):
        print('get', i)
        if isinstance(i, slice):
            return Poly(*self.c[i])
        return self.c[i]

    def __setitem__(self, i, v):
        print('set', i, v)
        self.c[i] = v

    def __delitem__(self, i):
        print('del', i)
        del self.c[i]

    def __contains__(self, v):
        print('contains', v)
        return v in self.c

    def __reversed__(self):
        return iter(['reversed'] + self.c[::-1])

    def __repr__(self):
        return 'Poly' + repr(tuple(self.c))


p = Poly(1, 2, 3, 4)
print(len(p), p[0], p[-1], p[1:3], p[::2], p[:], p[1:])
p[0] = 9
p[1:2] = [7, 7]
print(p)
del p[0]
del p[:2]
print(p, 4 in p, 5 not in p, bool(p), bool(Poly()))
print(list(reversed(p)))
print(p[1, 2] if False else 'skip', type(p[0:1]).__name__)


class Grid:
    def __getitem__(self, k):
        return k


g = Grid()
print(g[1, 2], g[1:2, ::3], g[...], g[..., 1], g[None], g[()], g[(1,)], g['a':'b'])


class Squares:                       # iteration by __getitem__ only
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError(i)
        return i * i


s = Squares()
print(list(s), 16 in s, 17 in s, max(s), [x for x in s], tuple(zip(s, 'ab')))
a, b, *rest = s
print(a, b, rest)


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        i = 0
        while i < self.n:
            yield i
            i += 1


c = Count(4)
print(list(c), list(c), sum(c), 2 in c, sorted(c, reverse=True), dict(zip(c, c)), *c)


class Empty:
    pass


e = Empty()
for f in (lambda: len(e), lambda: e[0], lambda: list(e), lambda: 1 in e, lambda: reversed(e), lambda: next(e),
          lambda: e(), lambda: -e, lambda: [1, 2][e], lambda: range(e), lambda: abs(e), lambda: iter(e, 1, 2)):
    try:
        f()
    except TypeError as err:
        print(err)
for f in (lambda: e.__setitem__, ):
    try:
        f()
    except AttributeError as err:
        print(err)
try:
    e[0] = 1
except TypeError as err:
    print(err)
try:
    del e[0]
except TypeError as err:
    print(err)


class BadLen:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for n in (-1, 'x', 2.5):
    try:
        print(len(BadLen(n)))
    except (TypeError, ValueError) as err:
        print(type(err).__name__, err)
