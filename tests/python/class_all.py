class A:
    x = 1
    def __init__(self): self.y = 2
    def hi(self): return 'A.hi'
    def __str__(self): return 'strA'
class B(A):
    def hi(self): return 'B' + super().hi()
class C(A):
    def hi(self): return 'C' + super(C, self).hi()
class D(B, C):
    def hi(self): return 'D' + super().hi()
print(D().hi(), [k.__name__ for k in D.__mro__], D.mro()[1] is B)
print(A, A(), str(A()), isinstance(D(), C), issubclass(D, A), issubclass(A, D), D.__bases__, D.__name__, A.__module__)
try:
    class X(A, D): pass
except TypeError as e: print(e)
class P:
    def __init__(self): self._v = 0
    @property
    def v(self):
        "the v"
        return self._v
    @v.setter
    def v(self, n): self._v = n * 2
    @v.deleter
    def v(self): self._v = -1
    @property
    def ro(self): return 5
p = P(); p.v = 4; print(p.v); del p.v; print(p.v)
try: p.ro = 3
except AttributeError as e: print(e)
try: del p.ro
except AttributeError as e: print(e)
try: p.nothing
except AttributeError as e: print(e)
try: del p.nothing
except AttributeError as e: print(e)
try: P.nothing
except AttributeError as e: print(e)
class G:
    def __getattr__(self, n):
        if n.startswith('x'): return n.upper()
        raise AttributeError(n)
    def __setattr__(self, n, v):
        object.__setattr__(self, n, v * 2)
g = G(); print(g.xyz); g.a = 5; print(g.a)
try: g.b
except AttributeError as e: print('AE', e)
print(hasattr(g, 'b'), hasattr(g, 'xb'), getattr(g, 'b', 7))
class V:
    def __init__(self, *c): self.c = c
    def __add__(self, o): return V(*[a + b for a, b in zip(self.c, o.c)]) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return 'radd %r' % o
    def __mul__(self, k): return V(*[a * k for a in self.c])
    __rmul__ = __mul__
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __repr__(self): return 'V%r' % (self.c,)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __contains__(self, i): return i in self.c
    def __neg__(self): return V(*[-a for a in self.c])
    def __call__(self, x): return x in self
    def __lt__(self, o): return self.c < o.c
    def __bool__(self): return any(self.c)
    def __iadd__(self, o): self.c += o.c; return self
v = V(1, 2)
print(v + V(3, 4), 5 + v, v * 3, 3 * v, v == V(1, 2), v != V(1, 2), v != V(2, 2), len(v), v[1], v[0:1], 2 in v, 9 in v, -v, v(1), v < V(2, 0), v > V(0, 0), bool(V(0)), list(v))
v += V(9,); print(v)
try: v + 1
except TypeError as e: print(e)
try: v - v
except TypeError as e: print(e)
try: v <= v
except TypeError as e: print(e)
try: {v: 1}
except TypeError as e: print(e)
class H:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, o): return self.n == o.n
print(len({H(1), H(1), H(2)}), {H(3): 4}[H(3)])
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), [x for x in It(2)])
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 9 in Seq(), 8 in Seq())
class Ctx:
    def __enter__(self): print('enter'); return self
    def __exit__(self, t, e, tb): print('exit', t, e); return t is ValueError
with Ctx() as c: print(c.__class__.__name__)
with Ctx(): raise ValueError('swallowed')
try:
    with Ctx(): raise KeyError('k')
except KeyError as e: print('got', e)
def w():
    with Ctx(): return 5
print(w())
for i in range(3):
    with Ctx():
        if i == 1: continue
        if i == 2: break
        print(i)
try:
    with 3: pass
except TypeError as e: print(e)
class MyDict(dict):
    def __getitem__(self, k): return 'got ' + str(dict.__getitem__(self, k))
    def __missing__(self, k): return k
d = MyDict(a=1); d['b'] = 2; d.extra = 5
print(d, d['a'], len(d), d.extra, isinstance(d, dict), d.get('b'), type(d))
class ML(list):
    def __init__(self, *a):
        super().__init__(a)
    def total(self): return sum(self)
print(ML(1, 2, 3), ML(1, 2).total(), len(ML(1, 2)), ML(3, 1, 2)[0])
class S(str):
    def shout(self): return self.upper() + '!'
print(S('abc').shout(), S('abc') + 'd', S('x') == 'x', len(S('four')))
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def a(self): return self[0]
print(T(1, 2), T(1, 2).a, T(1, 2) == (1, 2))
class I(int):
    def __add__(self, o): return 'added'
print(I(3) + 4, I(3) * 2, I(3) == 3)
class Meta(type):
    def __new__(mcs, name, bases, ns):
        ns['made'] = name.lower()
        return super().__new__(mcs, name, bases, ns)
    def __call__(cls, *a):
        print('calling', cls.__name__)
        return super().__call__(*a)
class WithMeta(metaclass=Meta):
    def __init__(self, x=0): self.x = x
print(WithMeta.made, WithMeta(4).x, type(WithMeta))
Dyn = type('Dyn', (A,), {'z': 9, 'zz': lambda self: self.z})
print(Dyn().z, Dyn().zz(), Dyn().y, Dyn)
class Sub:
    subs = []
    def __init_subclass__(cls, **kw): Sub.subs.append((cls.__name__, kw))
class S1(Sub): pass
class S2(Sub, tag=3): pass
print(Sub.subs)
class Desc:
    def __get__(self, o, t): return (o is None, t.__name__)
    def __set__(self, o, v): print('set', v)
    def __set_name__(self, o, n): self.name = n; print('named', n)
class UD: d = Desc()
UD().d = 5; print(UD().d, UD.d)
class N:
    def __new__(cls, *a):
        print('new', a); return object.__new__(cls)
    def __init__(self, *a): print('init', a)
N(1, 2)
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
print(Single() is Single())
def deco(c): c.tag = 'deco'; return c
@deco
class Dd: pass
print(Dd.tag)
class Counter:
    n = 0
    def inc(self): Counter.n += 1; return self
Counter().inc().inc(); print(Counter.n)
A.x = 10; print(D().x); A.new = lambda self: 'late'; print(D().new())
A.__len__ = lambda self: 77; print(len(D()))
class Outer:
    class Inner:
        def f(self): return 'inner'
    y = [i for i in range(3)]
print(Outer.Inner().f(), Outer.Inner, Outer.y)
print(type(3), type(None), type(A), type(type), type(len), type(f'') if False else '')
try: object().x = 1
except AttributeError as e: print(e)
try: (3).foo
except AttributeError as e: print(e)
try: A()[0]
except TypeError as e: print(e)
try: A()()
except TypeError as e: print(e)
try: A() + 1
except TypeError as e: print(e)
try: A() < A()
except TypeError as e: print(e)
try: len(G())
except TypeError as e: print(e)
try: iter(B)
except TypeError as e: print(e)
try: 3 in 5
except TypeError as e: print(e)
try: A()[0] = 1
except TypeError as e: print(e)
try: del A()[0]
except TypeError as e: print(e)
try: -A()
except TypeError as e: print(e)
try: not_defined
except NameError as e: print(e)
class Slots:
    __slots__ = ['a']
s = Slots(); s.a = 1; print(s.a)
print(A.__doc__, P.v.__doc__ if False else '', hasattr(A, '__doc__'))
print(D.__dict__['hi'] is D.__dict__['hi'], 'hi' in D.__dict__, sorted(k for k in vars(p)))
print(A().__class__ is A, A().__class__.__name__)
print(super.__name__, D.hi.__name__, D().hi.__name__, D().hi.__self__.__class__)
