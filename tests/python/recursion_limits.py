def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(e)
a = [1]; a.append(a); print(a)
d = {}; d['d'] = d; print(d)
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError as e: print('rec')
class K:
    def __call__(self): return self()
try: K()()
except RecursionError as e: print('rec')
class E:
    def __eq__(self, o): return self == o
try: E() == 1
except RecursionError as e: print('rec')
class G:
    def __getattr__(self, n): return getattr(self, n)
try: G().x
except RecursionError as e: print('rec')
x = []
for i in range(100000): x = [x]
try: repr(x)
except RecursionError as e: print('rec repr')
y = []
for i in range(100000): y = [y]
try: x == y
except RecursionError as e: print('rec eq')
it = iter([1])
for i in range(100000): it = map(lambda v: v, it)
def s(k): return sorted([1, 2], key=s)
try: s(1)
except RecursionError as e: print('rec sort')
def g(n):
    yield from g(n + 1)
try: list(g(0))
except RecursionError as e: print('rec gen')
class N:
    def __init__(self): self.n = N()
try: N()
except RecursionError as e: print('rec init')
class I:
    def __iter__(self): return iter(self)
try: list(I())
except RecursionError as e: print('rec iter')
class P:
    @property
    def p(self): return self.p
try: P().p
except RecursionError as e: print('rec prop')
class Sub(list):
    def __getitem__(self, i): return self[i]
try: Sub()[0]
except RecursionError as e: print('rec item')
class A:
    def __add__(self, o): return self + o
try: A() + 1
except RecursionError as e: print('rec add')
class L:
    def __len__(self): return len(self)
try: len(L())
except RecursionError as e: print('rec len')
class B:
    def __bool__(self): return bool(self)
try: not B()
except RecursionError as e: print('rec bool')
class S(Exception):
    def __str__(self): return str(self)
try: str(S())
except RecursionError as e: print('rec str')
class D:
    def __get__(self, i, o): return i.d
class DD: d = D()
try: DD().d
except RecursionError as e: print('rec desc')
class W:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
try:
    with W(): pass
except RecursionError as e: print('rec with')
class NI:
    def __new__(cls): return cls()
try: NI()
except RecursionError as e: print('rec new')
def deco(n): return deco(n)
depth = 0
def count():
    global depth
    depth += 1
    count()
try: count()
except RecursionError: print(depth)
