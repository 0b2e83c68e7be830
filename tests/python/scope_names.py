def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); print(c(), counter()())
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
x = 'global'
def f():
    global x
    x = 'changed'
f(); print(x)
def g(a):
    def h(): return a
    a = a + 1
    return h
print(g(1)())
def outer():
    v = 1
    class K:
        w = v + 1
        def m(self): return v
    v = 5
    return K
print(outer().w, outer()().m())
y = 1
class Z:
    y = y + 1
    l = [y for _ in range(2)]
print(Z.y, Z.l)
def deep():
    a = 1
    def b():
        def c():
            nonlocal a
            a += 1
            return a
        return c
    return b()()
print(deep())
def free():
    def u(): return later
    try: u()
    except NameError as e: print(type(e).__name__)
    later = 3
    return u()
print(free())
del y
try: y
except NameError as e: print(e)
def dl():
    q = 1
    del q
    try: q
    except UnboundLocalError: print('unbound')
dl()
print([a + b for a in range(3) for b in range(2) if a != b], {a: b for a, b in [(1, 2)]}, {a % 2 for a in range(5)})
print((lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
if (n := 10) > 5: print(n)
def many(a, b, c, d, e): return locals()
print(sorted(many(1, 2, 3, 4, 5).items()))
a = b = [1]; b.append(2); print(a)
a, (b, c), *d = 1, (2, 3), 4, 5; print(a, b, c, d)
*a, b = 'xyz'; print(a, b)
for i, (p, q) in enumerate([(1, 2), (3, 4)]): print(i, p, q)
else: print('no break')
for i in range(5):
    if i == 3: break
else: print('never')
i = 0
while i < 3: i += 1
else: print('while else', i)
print(1 < 2 < 3, 1 < 3 < 2, 1 if 0 else 2, 0 or 'x', 1 and 'y', not 0)
print('%d %s' % (1, 'a'), f'{1 + 1} {"q"!r:>5} {3.14159:.2f}')
print(__name__)


def annotated(a: int, b: 'str' = 3) -> None: return a
print(annotated(2))
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2))
x = [1, 2, 3, 4]; x[1:3] = [9]; print(x); del x[0]; print(x)
d = {}; d['a'] = d.get('a', 0) + 1; d['a'] += 5; print(d)
class O: pass
o = O(); o.n = 1; o.n += 2; print(o.n)
print(x is x, x is not None, 3 in [1, 3], 4 not in [1])
pass; ...; print(...)
assert True
print('a' 'b', 0x10, 1_000, 1e3, b'x')
