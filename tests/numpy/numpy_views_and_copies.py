# Who shares elements with whom.
import numpy as np

a = np.arange(10)
b = a[2:6]
b[0] = 100
c = a[[2, 3]]
c[0] = -1
d = a.copy()
d[0] = 55
print(a, b, c, d[0])
m = a.reshape(2, 5)
m[1] = 7
m.T[0, 0] = 9
print(a, m)
print(b.base is a, c.base is a, m.base is a, d.base is None)
e = a
e += 1
print(a is e, a[:3])
f = a
f = f + 1
print(a[:3], f[:3])
rows = np.zeros((3, 2))
for row in rows:
    row += 1
print(rows)
for x in a:
    x += 1
print(a)
flat = m.ravel()
flat[0] = 77
copy = m.flatten()
copy[1] = 88
print(m[0], m.strides, m.T.strides, a[::2].strides, a[::-1].strides)
