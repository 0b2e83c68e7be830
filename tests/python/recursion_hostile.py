# Self-containing values, endless recursion in special methods, and how each ends.
import copy
import sys

l = [1]
l.append(l)
d = {'k': 1}
d['self'] = d
t = (l, d)
s = [l, [l]]
print(l, d, t, s)
print(len(l), l[1] is l, l[1][1][1][0], d['self']['self']['k'], l == l, l in l)
m = [1]
m.append(m)
for f in (lambda: l == m, lambda: l < m, lambda: sorted([l, m])):
    try:
        print(f())
    except RecursionError as e:
        print('RecursionError', str(e)[:32])
c = copy.deepcopy(l)
print(c[1] is c, c is not l, c)
l.clear()
print(l, t)


class Node:
    def __init__(self):
        self.next = self

    def __repr__(self):
        return 'Node(%r)' % self.next


class Str:
    def __str__(self):
        return '%s' % self

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __len__(self):
        return len(self)

    def __bool__(self):
        return bool(self)

    def __iter__(self):
        return iter(self)

    def __getattr__(self, name):
        return getattr(self, name + 'x')

    def __call__(self):
        return self()

    def __getitem__(self, k):
        return self[k]

    def __add__(self, o):
        return self + o

    def __contains__(self, x):
        return x in self

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *a):
        pass

    def __format__(self, spec):
        return format(self, spec)

    def __lt__(self, o):
        return self < o


def with_it(x):
    with x:
        pass


v = Str()
for f in (lambda: repr(Node()), lambda: str(v), lambda: v == 1, lambda: hash(v), lambda: len(v), lambda: bool(v),
          lambda: iter(v), lambda: v.attr, lambda: v(), lambda: v[0], lambda: v + 1, lambda: 1 in v,
          lambda: with_it(v), lambda: f'{v}', lambda: v < 1, lambda: sorted([v, v]), lambda: {v: 1}):
    try:
        print(f())
    except RecursionError as e:
        print('RecursionError', str(e)[:32])


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900), sys.getrecursionlimit())


def endless():
    return endless()


def mutual(n):
    return other(n + 1)


def other(n):
    return mutual(n + 1)


def gen(n):
    yield n
    yield from gen(n + 1)


for f in (endless, lambda: mutual(0), lambda: list(gen(0)), lambda: sorted([1, 2], key=lambda x: endless())):
    try:
        f()
    except RecursionError as e:
        print('RecursionError', str(e)[:32])


class Prop:
    @property
    def x(self):
        return self.x


try:
    Prop().x
except RecursionError as e:
    print('RecursionError', str(e)[:32])
nested = []
for i in range(100):
    nested = [nested]
print(repr(nested).count('['), nested == copy.deepcopy(nested))
