# Classes that derive from built-in types.
class L(list):
    def total(self):
        return sum(self)
    def __getitem__(self, i):
        return list.__getitem__(self, i) if i else 'zero'
l = L([1, 2, 3])
l.append(4)
l.extra = 'attr'
print(l, len(l), l.total(), l[0], l[1], isinstance(l, list), l.extra, type(l).__name__, l == [1, 2, 3, 4], l + [5], [x for x in l], L(), L('ab'))
class S(list):
    def __init__(self, n, v):
        super().__init__([v] * n)
        self.n = n
    def append(self, v):
        super().append(v)
        self.n += 1
s = S(2, 'x')
s.append('y')
print(s, s.n)
class D(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
    def __setattr__(self, name, value):
        self[name] = value
d = D(a=1)
d.b = 2
print(d, d.a, d.b, 'b' in d, hasattr(d, 'zz'), dict(d), {**d}, sorted(d), type(d.copy()).__name__)
class E(dict):
    def __init__(self, *args, **kwargs):
        super(E, self).__init__(*args, **kwargs)
        self.log = []
    def __setitem__(self, k, v):
        self.log.append(k)
        super(E, self).__setitem__(k, v)
e = E({'a': 1}, b=2)
e['c'] = 3
print(e, e.log, e['c'])
class I(int):
    def double(self):
        return self * 2
    def __repr__(self):
        return 'I(%d)' % self
i = I(5)
print(i, i + 1, i.double(), i == 5, hash(i) == hash(5), [i], type(i + 1).__name__, i < 6, {5: 'v'}[i], isinstance(i, int), '%d' % i, '%s' % i, [10, 20, 30, 40, 50, 60][i], range(i), I('7') + 0, -i, bool(I(0)))
class F(float):
    pass
f = F(1.5)
print(f, f * 2, F('2.5'), isinstance(f, float), type(f).__name__, round(f), f == 1.5, '%.2f' % f)
class T(str):
    def shout(self):
        return self.upper() + '!'
    def __len__(self):
        return 99
t = T('abc')
t.mark = 1
print(t, t.shout(), t + 'd', t == 'abc', len(t), t[1], t in {'abc': 1}, type(t + '').__name__, '%s' % t, t.mark, isinstance(t, str), {t: 1}['abc'], 'b' in t, t.replace('a', 'b'))
class P(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
p = P(3, 4)
print(p, p.x, p[1], len(p), p == (3, 4), isinstance(p, tuple), hash(p) == hash((3, 4)))
class Z(set):
    def both(self, other):
        return self & other
z = Z([1, 2, 3])
z.add(4)
print(z, z.both({1, 4, 9}), len(z), 2 in z, sorted(z), isinstance(z, set))
