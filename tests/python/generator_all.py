def g(n):
    for i in range(n):
        r = yield i
        if r: print('received', r)
    return 'result'
x = g(3)
print(next(x), x.send('hello'), next(x))
try: next(x)
except StopIteration as e: print('stop', e.value)
try: next(x)
except StopIteration as e: print('stop', e.value)
def d():
    r = yield from g(2)
    print('r =', r)
    yield 'end'
print(list(d()))
def t():
    while True:
        try: yield 1
        except ValueError as e: print('caught', e); yield 'after'
y = t(); next(y); print(y.throw(ValueError('thrown'))); print(next(y))
try: y.throw(KeyError('k'))
except KeyError as e: print('out', e)
def c():
    try: yield 1
    except GeneratorExit: print('closing'); raise
    finally: print('fin')
z = c(); next(z); z.close(); z.close()
try: c().send(3)
except TypeError as e: print(e)
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def si():
    yield 1
    raise StopIteration
try: list(si())
except RuntimeError as e: print(e, repr(e.__cause__))
def outer():
    try: yield from t()
    except KeyError: yield 'outer caught'
o = outer(); next(o); print(o.throw(KeyError('q')))
print(sum(i * i for i in range(5)), list(i for i in 'abc'), [a for a in (b for b in [1, 2])])
def fibs():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

f = fibs(); print([next(f) for _ in range(10)])
def r():
    yield next(me)
me = r()
try: next(me)
except ValueError as e: print(e)
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
gg = (x for x in range(3))
print(next(gg), list(gg), list(gg))
a, b, c2 = (i for i in range(3)); print(a, b, c2)
def ctx():
    try:
        raise ValueError('in gen')
    except ValueError:
        yield 'handling'
        raise
h = ctx(); print(next(h))
try: next(h)
except ValueError as e: print('re', e)
print({k: v for k, v in zip('ab', g(2))}, dict((k, 1) for k in 'xy'), max(g(4)), any(g(2)), all(g(2)), sorted(g(3), reverse=True))
print(type(gg).__name__, g.__name__, x.__name__)
def lazy():
    print('start'); yield 1
l = lazy(); print('made'); next(l)
def e():
    return
    yield
print(list(e()), next(e(), 'default'))
def inner_ret():
    yield 1
    return 2
def outer_ret():
    x = yield from inner_ret()
    y = yield from [5]
    return x, y
def run():
    z = yield from outer_ret()
    print(z)
print(list(run()))
