# Subclasses of list, dict, str, int, float, tuple, set, Exception: what is inherited and what is kept.
class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __getitem__(self, i):
        return ('item', list.__getitem__(self, i))


s = Stack([1, 2]).push(3)
print(s, len(s), s[0], s[-1], s == [1, 2, 3], isinstance(s, list), type(s[:2]), type(s + [1]), s + [4], type(s * 2), list(s))
s.extend('ab')
s.sort(key=str)
print(s, sorted(s, key=str), s.pop(), s.index(2), repr(s), bool(Stack()))


class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


d = Default(a=1)
print(d['a'], d['zz'], d, d.get('q'), 'q' in d, len(d), dict(d), d == {'a': 1, 'zz': 'zzzz'}, type(d.copy()))


class Attr(dict):
    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k)

    def __setattr__(self, k, v):
        self[k] = v

    def __repr__(self):
        return 'Attr(%s)' % dict.__repr__(self)


a = Attr(x=1)
a.y = 2
a['z'] = 3
print(a, a.x, a.z, a['y'], hasattr(a, 'nope'), list(a), sorted(a.items()), a.keys() & {'x'})
try:
    a.nope
except AttributeError as e:
    print('AttributeError', e)


class Upper(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)


u = Upper(a=1)
u['b'] = 2
u.update(c=3)
u.setdefault('d', 4)
print(u)


class Name(str):
    def shout(self):
        return self.upper() + '!'

    def __new__(cls, first, last):
        self = super().__new__(cls, first + ' ' + last)
        self.first = first
        return self


n = Name('Ada', 'L')
print(n, n.shout(), n.first, len(n), n + 'x', type(n + 'x'), type(n.upper()), n == 'Ada L', {n: 1}['Ada L'], n[0], '%s' % n)


class Money(int):
    def __new__(cls, v=0, cur='EUR'):
        self = int.__new__(cls, v)
        self.cur = cur
        return self

    def __add__(self, o):
        return Money(int(self) + o, self.cur)

    def __str__(self):
        return '%d %s' % (int(self), self.cur)


m = Money(5)
print(m, m + 3, repr(m), type(m + 1).__name__, type(1 + m).__name__, m * 2, type(m * 2).__name__, [10, 20, 30, 40, 50, 60][m], m == 5)
print(sum([Money(1), Money(2)]), max(Money(3), 2), hash(m) == hash(5), '%d' % m, f'{m}', f'{m:03d}', bool(Money()))


class Meter(float):
    def __repr__(self):
        return '%sm' % float.__repr__(self)


print(Meter(1.5), [Meter(2)], Meter(1) + 1, round(Meter(2.567), 1), Meter('3') == 3.0)


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]

    def __add__(self, o):
        return Pair(self[0] + o[0], self[1] + o[1])


p = Pair(1, 2)
x, y = p
print(p, p.first, p + p, type(p + p).__name__, p == (1, 2), x, y, hash(p) == hash((1, 2)), p[::-1], type(p[:]))


class Bag(set):
    def add(self, x):
        print('adding', x)
        super().add(x)


b = Bag([1])
b.add(2)
b |= {3}
print(sorted(b), type(b), type(b | {4}).__name__, b == {1, 2, 3}, len(b))


class AppError(Exception):
    def __init__(self, msg, code=1):
        super().__init__(msg, code)
        self.code = code


e = AppError('bad', 3)
print(e, repr(e), e.args, e.code, isinstance(e, Exception), str(AppError('x')))
