# Special methods that the machine looks up: on the class, not on the instance.
class Base:
    def __add__(self, o): return 'Base+'
    def __radd__(self, o): return '+Base'
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return 'Base<'
    def __gt__(self, o): return 'Base>'
class Derived(Base):
    def __radd__(self, o): return '+Derived'
    def __gt__(self, o): return 'Derived>'
b, d = Base(), Derived()
print(b + d, d + b, 1 + d, b + 1, [] .__add__([1]))
print(b < d, d < b, b > 1, 1 > b, b == d, b != d, b == b)
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(Len(0)), bool(Len(2)), not Len(0))
try: len(Len(-1))
except ValueError as e: print(e)
try: len(Len('x'))
except TypeError as e: print(e)
class Bool:
    def __bool__(self): return 3
try: bool(Bool())
except TypeError as e: print(e)
class Index:
    def __index__(self): return 2
print([5, 6, 7][Index()], 'abc'[Index()], list(range(Index())), [0] * Index())
class Item:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
i = Item()
print(i[1], i[1:2], i[::3], i[1, 2:3], i[...], i['k'])
i[0] = 5; i[1:2] = 'x'; del i[3]
i[0] += 'more' if False else 1
class Own:
    pass
o = Own()
o.__len__ = lambda: 5
o.__str__ = lambda: 'own'
try: len(o)
except TypeError as e: print(e)
print(str(o)[:9], o.__str__())
class Strange:
    def __repr__(self): return 5
    def __str__(self): return None
    def __hash__(self): return 'x'
    def __iter__(self): return 5
for f in (repr, str, hash, iter):
    try: f(Strange())
    except TypeError as e: print(e)
class Getattribute:
    def __init__(self): self.x = 1
    def __getattribute__(self, n):
        if n == 'magic': return 'magic'
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'missing ' + n
g = Getattribute()
print(g.magic, g.x, g.nothing)
class Prop:
    @property
    def bad(self): raise AttributeError('inside')
    @property
    def worse(self): raise ValueError('inside')
    def __getattr__(self, n): return 'fallback ' + n
p = Prop()
print(p.bad, hasattr(p, 'anything'))
try: p.worse
except ValueError as e: print('ValueError', e)
class Callable:
    def __call__(self, *a, **k): return a, k
c = Callable()
print(c(), c(1, x=2), c(*[1], **{'y': 3}), list(map(c, [1])), callable(c))
class Reversible:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(reversed(Reversible())), list(Reversible()), 20 in Reversible(), sorted(Reversible(), reverse=True))
class Contains:
    def __contains__(self, x): return x == 'yes'
print('yes' in Contains(), 'no' in Contains(), 'no' not in Contains())
class IterGen:
    def __iter__(self):
        for x in range(3): yield x
print(list(IterGen()), [a + b for a in IterGen() for b in IterGen()][:4], max(IterGen()))
a, b2, c2 = IterGen(); print(a, b2, c2)
print(dict(zip(IterGen(), 'xyz')), sum(IterGen()), 2 in IterGen(), tuple(IterGen()), {*IterGen()})
class Fmt:
    def __format__(self, spec): return 'fmt<%s>' % spec
print(f'{Fmt()}', f'{Fmt():abc}', '{:x}'.format(Fmt()), format(Fmt(), 'q'))
class Delegate:
    def __init__(self, o): self.o = o
    def __getattr__(self, n): return getattr(self.o, n)
print(Delegate([3, 1]).count(3), Delegate('ab').upper())
class Meta(type):
    def __len__(cls): return 42
    def __iter__(cls): return iter(['a', 'b'])
    def __getitem__(cls, k): return cls.__name__ + str(k)
    def __repr__(cls): return 'Meta:' + cls.__name__
    @property
    def prop(cls): return 'prop of ' + cls.__name__
class WithMeta(metaclass=Meta): pass
print(len(WithMeta), list(WithMeta), WithMeta[3], WithMeta, WithMeta.prop, 'a' in WithMeta)
class Unary:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __int__(self): return 7
    def __float__(self): return 1.5
    def __round__(self, n=None): return ('round', n)
u = Unary()
print(-u, +u, ~u, abs(u), int(u), float(u), round(u), round(u, 2))
class Inplace:
    def __init__(self): self.v = []
    def __iadd__(self, x): self.v.append(x); return self
    def __imul__(self, x): return 'replaced'
n = Inplace(); m = n; n += 1; print(n is m, n.v); n *= 2; print(n)
class Div:
    def __truediv__(self, o): return '/'
    def __rtruediv__(self, o): return 'r/'
    def __floordiv__(self, o): return '//'
    def __mod__(self, o): return '%'
    def __divmod__(self, o): return 'divmod'
    def __pow__(self, o): return '**'
    def __lshift__(self, o): return '<<'
    def __and__(self, o): return '&'
    def __or__(self, o): return '|'
    def __xor__(self, o): return '^'
    def __matmul__(self, o): return '@'
v = Div()
print(v / 1, 1 / v, v // 1, v % 1, v ** 1, v << 1, v & 1, v | 1, v ^ 1, v @ 1)
try: 1 // v
except TypeError as e: print(e)
print(Base.__add__(b, 1), Base.__dict__['__add__'](b, 1), getattr(b, '__add__')(1))
print(int.__add__(3, 4), (3).__add__(4), str.__len__('abc'), list.__contains__([1], 1), 'a'.__eq__('a'), (1).__lt__(2), [1].__iter__().__next__())
try: int.__add__('a', 1)
except TypeError as e: print(e)
