# Names, aliases, shallow copies, default arguments.
a = [1, [2, 3]]
b = a
c = a[:]
d = list(a)
e = a.copy()
a[0] = 'x'
a[1].append(4)
print(a, b, c, d, e, a is b, a[1] is c[1])
def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f(3, []), f(4))
def g(l, n):
    l.append('in')
    l = ['new']
    n += 1
    return l, n
l, n = [], 1
print(g(l, n), l, n)
x = y = []
x.append(1)
y = y + [2]
print(x, y)
t = ([], 'a')
t2 = t * 2
t2[0].append('shared')
print(t, t2)
d1 = {'k': [1]}
d2 = dict(d1)
d2['k'].append(2)
d2['j'] = 3
print(d1, d2)
rows = [[]] * 3
rows[0].append('all')
print(rows)
rows = [list(r) for r in rows]
rows[0].append('one')
print(rows)
s = 'abc'
u = s
s += 'd'
print(s, u)
p = q = 5
p += 1
print(p, q)
m = {}
m['self'] = m
k = m.copy()
print(m, k['self'] is m)
fs = [lambda: i for i in range(3)]
print([h() for h in fs])
fs = [lambda i=i: i for i in range(3)]
print([h() for h in fs])
z = [1, 2, 3]
z[1:2] = z
print(z)
z += z
print(len(z), z is z, z == z[:], z is z[:])
first, *rest = z
rest[0] = 'r'
print(first, rest, z)
def swap(pair):
    pair[0], pair[1] = pair[1], pair[0]
pair = ['l', 'r']
swap(pair)
print(pair)
