# Every way to pass arguments, and what is said when they do not fit.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], *(3,), c=0, **{'d': 1}, **{'z': 9}))
print(f(c=1, a=2), f(*'ab', **dict(c='c')))


def pos(a, b, /, c, *, d):
    return a, b, c, d


print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4))


def none():
    pass


def one(x):
    pass


def opt(x, y=1):
    pass


def kwonly(*, k, l):
    pass


def many(a, b, c):
    pass


cases = [
    lambda: none(1), lambda: none(1, 2), lambda: one(), lambda: one(1, 2), lambda: one(y=1), lambda: one(1, x=2),
    lambda: opt(), lambda: opt(1, 2, 3), lambda: kwonly(), lambda: kwonly(1, k=1, l=2), lambda: kwonly(k=1),
    lambda: many(), lambda: many(1), lambda: many(1, 2), lambda: f(), lambda: f(1), lambda: f(1, 2, b=3, c=4),
    lambda: pos(a=1, b=2, c=3, d=4), lambda: pos(1, 2, 3), lambda: f(1, c=1, **{'c': 2}), lambda: f(**{1: 2}),
    lambda: f(*5), lambda: f(**5), lambda: f(*[1], **None), lambda: len(), lambda: len(1, 2), lambda: len(x=1),
    lambda: int('1', 2, 3), lambda: print(foo=1), lambda: sorted(), lambda: sorted([1], None), lambda: 5(),
    lambda: 'abc'(), lambda: None(), lambda: many(1, 2, 3, 4, 5), lambda: opt(1, z=3), lambda: [].append(),
    lambda: [].append(1, 2), lambda: ''.join(), lambda: {}.get(), lambda: (lambda a: a)(), lambda: isinstance(1),
    lambda: max(), lambda: range(), lambda: range(1, 2, 3, 4), lambda: dict(1), lambda: list(1, 2), lambda: set(5),
    lambda: getattr(1), lambda: 'a'.split(1),
]
for i, case in enumerate(cases):
    try:
        case()
        print(i, 'fine')
    except TypeError as e:
        print(i, e)


class K:
    def m(self, a):
        return a

    @classmethod
    def c(cls, a):
        pass

    @staticmethod
    def s(a):
        pass


k = K()
for case in (lambda: k.m(), lambda: k.m(1, 2), lambda: K.m(), lambda: K.m(k), lambda: K.c(), lambda: K.s(),
             lambda: k.c(1, 2), lambda: K.m(k, 1, b=2)):
    try:
        print(case())
    except TypeError as e:
        print(e)


def order(tag, v):
    print(tag, end=' ')
    return v


order('f', f)(order('a', 1), *order('b', [2]), c=order('c', 3), **order('d', {'d': 4}))
print()
args = (1, 2)
kwargs = {'sep': '-', 'end': '!\n'}
print(*args, 3, **kwargs)


def swap(a, b):
    return b, a


a, b = swap(*swap(1, 2))
print(a, b)
a, b = b, a
(a, b), c = [1, 2], 3
[a, [b, *c], *d] = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
for bad in ((1,), (1, 2, 3), 5, ''):
    try:
        p, q = bad
    except (TypeError, ValueError) as e:
        print(e)
try:
    p, *q, r = [1]
except ValueError as e:
    print(e)
