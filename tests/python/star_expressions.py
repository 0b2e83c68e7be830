# * and ** in calls, displays, targets and parameters.
a, *b = [1, 2, 3]
*c, d = 'xyz'
e, *f, g = range(2)
[h, *i] = (1,)
(*j,), k = [1, 2], 3
l, (m, *n), o = 1, [2, 3, 4], 5
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o)
for x, *y in [(1, 2, 3), 'ab', [9]]:
    print(x, y)
print([*range(3), *'ab'], (*[1], 2, *()), {*[1, 2], *{2, 3}}, {**{'a': 1}, 'b': 2, **{'a': 3}}, [*{'k': 1}])


def fn(*args, sep='-', **kw):
    return sep.join(map(str, args)) + str(sorted(kw.items()))


print(fn(*[1, 2], *(3,), 4, **{'sep': '+'}, **{'z': 1}), fn(), fn(*{}), fn(**{}), fn(*'ab', x=1, **{'y': 2}))


def order(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw


print(order(*[1]), order(1, *[2, 3], 4, c=5, d=6), order(b=1, **{'a': 0}), order(*(1, 2, 3), **dict(c=4)))


def forward(*args, **kwargs):
    return order(*args, **kwargs)


print(forward(1, 2, 3, c=4, e=5), forward(a=1))
first, *_ = sorted([3, 1, 2])
*_, last = sorted([3, 1, 2])
print(first, last)
head, *tail = {'p': 1, 'q': 2}
print(head, tail)
print(*[1, 2], *[3], sep=',')
for bad in ('*a, *b = [1]', ):
    pass
try:
    a, b, *c = [1]
except ValueError as e:
    print(e)
try:
    a, *b, c, d = (1, 2)
except ValueError as e:
    print(e)
try:
    *a, b = 5
except TypeError as e:
    print(e)
try:
    fn(**{'sep': 1}, **{'sep': 2})
except TypeError as e:
    print(e)
try:
    fn(sep=1, **{'sep': 2})
except TypeError as e:
    print(e)
try:
    print([*5])
except TypeError as e:
    print(e)
try:
    {**[1]}
except TypeError as e:
    print(e)
rows = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*rows)), max(*rows[0]), [*map(sum, zip(*rows))])
t = 1, *rows[0], 2
print(t)
d1, d2 = {'a': 1, 'b': 2}, {'b': 3}
print({**d1, **d2}, {**d2, **d1}, dict(d1, **d2), dict(**d1))


def ret():
    return 1, *[2, 3]


print(ret())
print((lambda *a, **k: (a, k))(*[1], **{'x': 2}), (lambda a, *, b: (a, b))(1, b=2))
