"""What += does: lists that grow, aliases that see it, tuples that do not, objects that answer."""


class Meter(object):
    def __init__(self, n):
        self.n = n

    def __radd__(self, other):
        return ('asked', other, self.n)

    def __repr__(self):
        return 'Meter(%d)' % self.n


a = b = [1]
a += [2]
b += 'xy'
print(a is b, a)
a = a + [3]
print(a is b, a, b)
t = u = (1,)
t += (2,)
print(t, u)
items = [1]
items += Meter(3)
print(items)
nested = ([],)
try:
    nested[0] += [1]
except TypeError as e:
    print(e, nested)
try:
    a += 5
except TypeError as e:
    print(e)
x = 5
x //= 2; x **= 3; x <<= 2; x |= 1; x ^= 3; x %= 20
print(x)
d = {'n': 1}
d['n'] += 1; d['n'] *= 10
print(d)
