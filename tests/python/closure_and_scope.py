# Closures, nonlocal, global, late binding, class scopes, comprehension scopes, del of names.
def counter(start=0):
    n = start

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n
    return inc, get


inc, get = counter(5)
other_inc, other_get = counter()
print(inc(), inc(10), get(), other_inc(), other_get())

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])

x = 'global'


def outer():
    x = 'outer'

    class C:
        y = x
        x = 'class'
        z = x

        def m(self):
            return x

        w = [x for _ in range(2)]
    return C, C().m()


C, m = outer()
print(C.y, C.x, C.z, m, C.w)


def uses_global():
    global x, fresh
    x = 'changed'
    fresh = 'new'


uses_global()
print(x, fresh)


def unbound():
    try:
        print(v)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)


unbound()


def free():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return inner()


print(free())
i = 'untouched'
squares = [i * i for i in range(4)]
gen = list(i for i in 'ab')
d = {i: i for i in 'cd'}
print(i, squares, gen, d)


def three():
    a = 1

    def two():
        b = 2

        def one():
            nonlocal a, b
            a += 1
            b += 1
            return a, b
        return one
    f = two()
    f()
    return f(), a


print(three())


def make_adders():
    return {n: (lambda v, n=n: v + n) for n in (1, 10)}


print([f(5) for f in make_adders().values()])


def f(a, b=[]):
    b.append(a)
    return b


print(f(1), f(2), f(3, []), f.__defaults__)
print((lambda *a, **k: (a, k))(1, 2, z=3), (lambda: (yield))() is not None)


def walrus(data):
    if (n := len(data)) > 3:
        return 'long %d' % n
    return [y := 1, y ** 2, y + n], [last := v for v in data], last


print(walrus('abcd'), walrus('ab'))
try:
    del nothing
except NameError as e:
    print(e)


class Scope:
    a = 1
    try:
        b = [a for _ in range(1)]
    except NameError as e:
        b = str(e)
    c = [q for q in (a, a)]


print(Scope.b, Scope.c)
print(outer.__closure__, [c.cell_contents for c in get.__closure__], get.__code__.co_freevars)
