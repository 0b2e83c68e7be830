# Reading and writing items, slices, masks and lists of positions; views share their elements.
import numpy as np

a = np.arange(12).reshape(3, 4)
print(a[0], a[-1], a[1, 2], a[1][2], a[:, 1], a[1:, ::2], a[::-1], a[..., 0], a[0, ...])
print(a[None].shape, a[:, None, :].shape, a[np.newaxis, ..., 0].shape, a[...].shape, a[()].shape)
print(a[[0, 2]], a[[0, 2], [1, 3]], a[:, [3, 0]], a[[[0], [2]], [1, 2]], a[[-1]])
print(a[a > 5], a[a % 2 == 0].sum(), a[[True, False, True]], a[:, [True, False, False, True]])
print(a[np.array([0, 1])[:, None], np.array([1, 2])], a[1:][0], a[1:3, 1:3][1, 1])
print(a[np.int64(1), np.array(2)], a[True is True and 1])
b = np.arange(24).reshape(2, 3, 4)
print(b[:, 0, [1, 2]], b[[0, 1], :, [1, 2]], b[0, [1, 2], 1:3], b[..., [0]].shape, b[:, [0, 1], None].shape)

v = a[1]
v[0] = 100
print(a)
w = a[:, 1:3]
w += 1000
print(a, w)
w[:] = 0
a[0, 1] = -1
print(w, v)
r = a.reshape(4, 3)
r[0] = [7, 8, 9]
t = a.T
t[3] = 5
print(a, t, a.ravel()[:4], a.flatten()[:4])
f = a.flatten()
f[0] = 999
c = a.copy()
c[:] = 1
print(a[0, 0], c.sum())
for row in a:
    row[0] = 0
print(a[:, 0])

z = np.zeros(6)
z[1:4] = [1, 2, 3]
z[-1] = 9
z[[0, 4]] = 5
print(z)
z[z > 4] = -1
z[z < 0] += 10
print(z)
z[::2] = z[1::2]
print(z)
z[...] = 3
z[1:3] *= 2
print(z, z.base is None, z[1:].base is z)
m = np.zeros((2, 3), dtype=int)
m[0] = 1
m[:, 2] = [7, 8]
m[1, :2] = 3.9
m[[0, 1], [0, 1]] = [50, 60]
m[m == 8] = 0
print(m)
m[0], m[1] = m[1].copy(), m[0].copy()
print(m)
m[0] = np.array([[1, 2, 3]])
m.fill(4)
print(m)
e = np.array([1.5, 2.5])
e[0] = 7
i = np.array([1, 2, 3])
i[0] = 2.9
i += 1
print(e, i, 2 in i, 9 in i, len(i), list(i), [x * 2 for x in i])
x, y, q = i
print(x, y, q, type(x))
del x
for bad in [lambda: a[5], lambda: a[0, 9], lambda: a[0, 0, 0], lambda: a['x'], lambda: a[1.5], lambda: a[[0, 7]],
            lambda: a[[True, False]], lambda: a[..., ...], lambda: a[[0, 1], [0, 1, 2]],
            lambda: a.__setitem__(0, [1, 2]), lambda: a.__setitem__((0, 0), [1, 2]), lambda: z.__setitem__(0, 'x'),
            lambda: a.__setitem__(a > 3, [1, 2, 3]), lambda: a.__setitem__([0, 1], np.zeros(3)),
            lambda: np.array(5)[0], lambda: iter(np.array(5)), lambda: np.broadcast_to([1, 2], (2, 2)).__setitem__(0, 1)]:
    try:
        print(bad())
    except Exception as ex:
        print(type(ex).__name__, ex)
