# Augmented assignment keeps or changes identity.
a = b = [1]
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
a = b = 'x'
a += 'y'
print(a, b)
a = b = (1,)
a += (2,)
print(a, b)
a = b = {1}
a |= {2}
print(a, b, a is b)
a = b = {'k': 1}
a |= {'l': 2}
print(a, b, a is b)
a = [1, 2, 3]
a[1] += 10
a[0], a[2] = a[2], a[0]
print(a)
d = {'n': 1}
d['n'] += 1
d['n'] *= 5
d['n'] -= 3
d['n'] **= 2
print(d)
m = [[0] * 3 for _ in range(3)]
for i in range(3):
    for j in range(3):
        m[i][j] += i * j
print(m)
class V:
    def __init__(self, x):
        self.x = x
    def __iadd__(self, o):
        self.x += o
        return self
    def __add__(self, o):
        return V(self.x + o)
    def __radd__(self, o):
        return 'radd %s' % o
    def __mul__(self, o):
        return NotImplemented
v = w = V(1)
v += 5
print(v.x, v is w, (v + 1).x, 3 + v, 'a' + v, [1] + v)
try:
    v * 2
except TypeError as e:
    print(e)
try:
    v *= 2
except TypeError as e:
    print(e)
