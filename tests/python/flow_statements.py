# Order of evaluation, unpacking, loops, with, assert, del, conditional expressions.
def tell(x):
    print('eval', x)
    return x
tell('a') if tell(True) else tell('b')
tell(1) < tell(3) < tell(2) < tell(4)
x = {tell('k'): tell('v')}
x[tell('i')] = tell('value')
def f(a, *args, **kw): print(a, args, kw)
f(tell(1), *tell([2]), k=tell(3), **tell({'z': 4}))
a = [0, 0]
i = 0
i, a[i] = 1, 'set'
print(i, a)
a = b = c = []
a += [1]
print(b, c is a)
a = a + [2]
print(b, a)
(p, q), [r, *s] = (1, 2), 'xyz'
print(p, q, r, s)
for (k, v), *rest in [((1, 2), 3, 4), ((5, 6),)]: print(k, v, rest)
del a[0], b
try: b
except NameError as e: print(e)
d = {'x': 1, 'y': 2}
del d['x']
print(d)
class C: pass
o = C(); o.v = 1; del o.v
print(hasattr(o, 'v'))
for n in range(10):
    if n % 2: continue
    if n > 6: break
    for m in range(n):
        if m == 2: break
    else:
        print('inner else', n)
        continue
    print('broke', n)
else: print('never')
class Manager:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb): print('exit', self.n, t and t.__name__, v); return self.swallow
with Manager(1) as a, Manager(2) as b: print(a, b)
with Manager(1, True), Manager(2): raise ValueError('x')
try:
    with Manager('out'):
        with Manager('in') as z:
            1 / 0
except ZeroDivisionError as e: print('caught', e)
def ret():
    for i in range(3):
        with Manager(i):
            try:
                if i == 1: return 'returned %d' % i
            finally: print('finally', i)
print(ret())
def gen():
    with Manager('gen'):
        yield 1
        yield 2
for g in gen(): print(g)
class BadEnter:
    def __enter__(self): raise KeyError('enter')
    def __exit__(self, *a): print('not called')
try:
    with BadEnter(): pass
except KeyError as e: print('KeyError', e)
class BadExit:
    def __enter__(self): return 1
    def __exit__(self, *a): raise RuntimeError('exit')
try:
    with BadExit(): raise ValueError('body')
except RuntimeError as e: print(e, '/', repr(e.__context__))
def nested():
    try:
        try: raise KeyError('a')
        finally:
            try: raise ValueError('b')
            except ValueError as e: print('inner', e)
    except KeyError as e: return 'outer %s' % e
print(nested())
def loops():
    out = []
    while True:
        try:
            out.append(len(out))
            if len(out) > 3: break
            continue
        finally: out.append('f')
    return out
print(loops())
print([y for x in range(4) if x % 2 for y in (x, x * 10) if y != 3], {k: [v for v in range(k)] for k in range(3)})
print((lambda x, y=2, *z, k=4, **w: (x, y, z, k, w))(1, 5, 6, k=7, q=8))
print([(lambda n: n * m)(3) for m in range(3)], list(filter(None, [0, 1, '', 'a'])))
total = 0
for total in range(3): pass
print(total, [total for total in 'ab'], total)
if (n := len('abc')) > 2 and (m := n * 2): print(n, m)
print([last := v for v in range(3)], last)
s = 'x'
s *= 3
t = 7
t //= 2; t **= 3; t %= 10; t <<= 2; t |= 1; t ^= 3; t &= 14; t >>= 1; t -= 1
print(s, t)
print(1 if [] else 2 if () else 3, [] or {} or 'last', 1 and [] and 2, not (1 and 0))
assert s, 'not reached'
try: assert not s, ('tuple', s)
except AssertionError as e: print(e.args)
print(*'abc', sep=',', end='!\n')
def star(*, only): return only
print(star(only=1))
def annotations(a: 'first' = 1, *b: int, c: 2 = 3) -> 'result': return a, b, c
print(annotations(), annotations.__name__)
x: int = 5
y: str
print(x)
global_name = 1
def setter():
    global global_name, new_global
    global_name += 1
    new_global = 'new'
setter(); print(global_name, new_global)
