# Slices of lists: reading, assigning, deleting, extended ones, and their errors.
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::2], a[1::3], a[::-1], a[8:2:-2], a[100:], a[-100:2], a[5:2], a[:])
b = a[:]
b[2:5] = ['x', 'y']
print(b, len(b))
b[0:0] = [-2, -1]
b[len(b):] = ['end']
print(b)
b[3:6] = []
print(b)
b[::2] = 'abcde'[:len(b[::2])]
print(b)
b[:] = (i * i for i in range(5))
print(b)
b[1:3] = b
print(b)
b[-1:] = {'k': 1}
print(b)
del b[1:3]
del b[::2]
print(b)
del b[5:]
c = [1, 2, 3, 4, 5, 6]
c[1:5:2], c[::5] = [20, 40], 'ab'
print(c)
c[::-1] = range(6)
print(c)
c[4:1] = ['inserted']
print(c)
for f in (lambda: c.__setitem__(slice(None, None, 2), [1]), lambda: c.__setitem__(slice(0, 2), 5), lambda: c[::0],
          lambda: c['a'], lambda: c['a':], lambda: c[1.0], lambda: c[99], lambda: c.__setitem__(99, 1), lambda: c.__delitem__(99),
          lambda: (1, 2)['x'], lambda: 'abc'[5], lambda: 'abc'[None], lambda: c[None:1.5]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(6), a[s], 'abcdefghij'[s], tuple(a)[s], range(20)[s], s == slice(1, 10, 2))
print('hello'[::-1], 'hello'[1:-1], (1, 2, 3)[-2:], range(10)[2:8][::2], range(10)[::-1], bytes(b'abc')[1:])
m = [[1, 2, 3], [4, 5, 6]]
m[0][1:] = ['p', 'q', 'r']
print(m, [row[::-1] for row in m], [row[0] for row in m])


class Log(list):
    def __getitem__(self, k):
        print('get', k)
        return list.__getitem__(self, k)

    def __setitem__(self, k, v):
        print('set', k, v)
        list.__setitem__(self, k, v)

    def __delitem__(self, k):
        print('del', k)
        list.__delitem__(self, k)


l = Log([1, 2, 3, 4])
l[1:3] = [9]
l[0] += 5
l[:1] += [7]
del l[-1]
print(l, l[0:1], list(l))
x = [1, 2, 3]
x[x.index(2)], x[0] = x[0], x[2]
print(x)
i = 0
i, x[i] = 1, 'at new i'
print(i, x)
y = x
y += [4]
y = y + [5]
print(x, y, x is y)
t = ([1], 2)
try:
    t[0] += [3]
except TypeError as e:
    print(e, t)
z = [0] * 3
z[1] = 5
grid = [[0] * 2] * 2
grid[0][0] = 1
good = [[0] * 2 for _ in range(2)]
good[0][0] = 1
print(z, grid, good)
