"""Unpacking: nested, starred, swapping, in loops and calls, errors with counts."""
a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
first, *middle, last = range(6)
*init, end = 'xyz'
head, *rest = [1]
[p, [q, *r]] = 'a', 'bcd'
x = y = z = []
z.append(1)
print(a, b, c, d, e, first, middle, last, init, end, head, rest, p, q, r, x is y, x)
i = 0
i, l = 1, [0, 0]
l[i], i = 7, 0
print(i, l)
for n, (k, v) in enumerate({'a': 1, 'b': 2}.items()):
    print(n, k, v, end=' ')
for a, *b in [(1, 2, 3), 'xy', [4]]:
    print(a, b, end=' ')
print()


def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, sorted(kwargs.items())


print(f(1, c=3), f(*[1, 2, 3], c=0, **{'e': 5}), f(*'ab', *'cd', c=1, **{'d': 2}, **{'z': 3}))
print([*range(2), *'ab', *{'k': 1}], (*[1], 2), {**{'a': 1}, **{'a': 2}}, {*[1, 1], 2}, dict(zip('ab', range(2)), c=3))
for bad in ('a, b = 1, 2, 3', 'a, b = [1]', 'a, *b = []', 'a, b = 5', '(a, b), c = 1, 2'):
    namespace = {}
    try:
        if bad.startswith('a, b = 1'):
            a, b = 1, 2, 3
        elif bad.startswith('a, b = ['):
            a, b = [1]
        elif bad.startswith('a, *b'):
            a, *b = []
        elif bad.startswith('a, b = 5'):
            a, b = 5
        else:
            (a, b), c = 1, 2
    except (ValueError, TypeError) as error:
        print(bad, '->', type(error).__name__, error)
for bad in (lambda: f(c=1), lambda: f(1), lambda: f(1, a=2, c=3), lambda: f(*5, c=1), lambda: f(1, c=1, **{'c': 2}), lambda: f(**[1]), lambda: f(1, 2, **{3: 4})):
    try:
        bad()
    except TypeError as error:
        print(error)
