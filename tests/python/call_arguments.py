def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print('TypeError:', e)
def f0(): return 'f0'
def f1(a): return a
def f2(a, b): return a, b
def fd(a, b=2, c=3): return a, b, c
def fk(a, *, k, l=5): return a, k, l
def fa(*args): return args
def fkw(**kw): return sorted(kw.items())
def fall(a, b=1, *args, k=3, **kw): return a, b, args, k, sorted(kw.items())
def po(a, b, /, c): return a, b, c
t(f0); t(f0, 1); t(f0, 1, 2); t(f0, x=1)
t(f1); t(f1, 1); t(f1, 1, 2); t(f1, a=3); t(f1, 1, a=2); t(f1, b=1)
t(f2); t(f2, 1); t(f2, b=1); t(f2, 1, 2, 3); t(f2, *[1, 2]); t(f2, **{'a': 1, 'b': 2})
t(fd); t(fd, 1, 2, 3, 4); t(fd, 1, c=9); t(fd, 1, d=9)
t(fk); t(fk, 1); t(fk, 1, 2); t(fk, 1, k=2); t(fk, 1, 2, k=3); t(fk, k=2)
t(fa); t(fa, 1, 2); t(fa, x=1)
t(fkw, a=1, b=2); t(fkw, 1)
t(fall, 1); t(fall, 1, 2, 3, 4, k=5, z=6); t(fall)
t(po, 1, 2, 3); t(po, 1, 2, c=3); t(po, a=1, b=2, c=3); t(po, 1)
def three(a, b, c): pass
t(three); t(three, 1); t(three, 1, 2, 3, 4)
class C:
    def m(self, x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @staticmethod
    def s(x): return x
    def __init__(self, *a): self.a = a
t(C().m); t(C().m, 1); t(C().m, 1, 2); t(C().m, y=1); t(C.m); t(C.c); t(C.c, 1); t(C().c, 2); t(C.s, 1); t(C().s); t(C.s, 1, 2)
class D:
    def __init__(self, x): self.x = x
t(D); t(D, 1, 2); t(lambda: D(1).x)
class E: pass
t(E, 1); t(E, x=1)
g = lambda x, y=1: (x, y)
t(g); t(g, 1)
def outer():
    def inner(a): return a
    return inner
t(outer()); t(outer(), 1, 2)
t(len); t(len, 1, 2); t(len, 5); t([].append); t([].append, 1, 2); t({}.keys, 1); t(3); t(None); t("x", 1)
t(isinstance, 1); t("a".join, 1, 2); t([].pop, 1, 2); t({}.get)
f2(*range(2))
t(lambda: f2(*5)) if False else None
def kw(a, **k): return a, k
try: kw(**{'a': 1}, **{'a': 2})
except TypeError as e: print(e)
try: kw(**5)
except TypeError as e: print(e)
try: kw(1, **{3: 4})
except TypeError as e: print(e)
x = [1, 2]
print(*x, sep='-')
print(max(*x, 7), dict(**{'a': 1}, b=2))
def rec(n, acc=[]):
    acc.append(n)
    return acc
rec(1); print(rec(2))
print((lambda *a, **k: (a, k))(1, 2, z=3))
def defaults(a, b=x): return b
x = 5
print(defaults(1))
print(f2.__name__, C.m.__qualname__, outer().__qualname__, f2.__defaults__, fd.__defaults__, fk.__kwdefaults__)
f2.attr = 3
print(f2.attr, hasattr(f2, 'nope'))
try: f2.nope
except AttributeError as e: print(e)
print(callable(f2), callable(3), callable(C), callable(C()))
