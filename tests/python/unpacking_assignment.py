# Assignments: chained, tuple, nested, swaps, to attributes, items and slices, and their order.
a = b = c = []
a.append(1)
print(a, b, c is a)
x, y = 1, 2
x, y = y, x
x, y, z = y, x, x + y
print(x, y, z)
(p, q), [r, [s, t]] = (1, 2), [3, (4, 5)]
print(p, q, r, s, t)
first, (second, third), fourth = 'a', 'bc', {'d': 1}
print(first, second, third, fourth)
[m] = [1]
n, = 'x'
() = []
[] = ()
print(m, n)


class Box:
    pass


box = Box()
box.l = [0, 0, 0]
box.a, box.l[0], box.l[1:] = 1, 2, [3, 4, 5]
print(box.a, box.l)
i, box.l[i] = 1, 'changed'
print(i, box.l)
d = {}
d['x'], d['y'] = d['z'] = 5, 6
print(d)
l = [0, 1, 2]
l[0], l[1], l[2] = l[2], l[0], l[1]
print(l)
l[l[0]], l[0] = l[0], 9
print(l)
k = 0
for k, l[k % 3] in enumerate('xyz'):
    pass
print(k, l)
for (a, b), *rest in [((1, 2), 3, 4), ('ab',)]:
    print(a, b, rest)
data = [('x', (1, 2)), ('y', (3, 4))]
print([(n, u, v) for n, (u, v) in data], {n: u for n, (u, _) in data})
for bad in ('a, b = 1', 'a, b = 1, 2, 3', 'a, b = "x"', '(a, b), c = 1, 2', 'a, b = {}', 'a, b, *c = [1]', '[a, b] = None', 'a, b = iter([1])'):
    target, value = bad.split(' = ')
    value = eval(value)
    try:
        if target == 'a, b':
            a, b = value
        elif target == '(a, b), c':
            (a, b), c = value
        elif target == '[a, b]':
            [a, b] = value
        else:
            a, b, *c = value
    except (TypeError, ValueError) as e:
        print(bad, '->', e)


def gen():
    print('one')
    yield 1
    print('two')
    yield 2
    print('end')


a, b = gen()
print(a, b)
try:
    a, = gen()
except ValueError as e:
    print(e)
n = 5
n += n + 1
n -= 1; n *= 2; n //= 3; n **= 2; n %= 7; n <<= 3; n |= 1; n ^= 3; n &= 0xff; n >>= 1
print(n)
f = 7.0
f /= 2
f //= 1
print(f)
s = 'a'
s += 'b'
s *= 3
s %= ()
print(s)
t = (1,)
u = t
t += (2,)
print(t, u)
st = {1}
su = st
st |= {2}; st &= {2, 3}; st ^= {4}; st -= {2}
print(st, su is st)
dd = {'a': 1}
dd |= {'b': 2}
print(dd)
li = [1]
lj = li
li += 'ab'
li *= 2
print(lj, li is lj)
w = {'k': [1]}
w['k'] += [2]
w['n'] = w.get('n', 0) + 1
w['n'] += 1
print(w)
g1 = g2 = 0
g1, g2 = g2 + 1, g1 + 2
print(g1, g2)
