# repr of containers, also of those that contain themselves.
a = [1]
a.append(a)
print(a, repr(a), str(a))
d = {'k': 1}
d['self'] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
b = [a, d]
b.append([b])
print(b)
print([1, 'a', None, True, 1.5, (), [], {}, set(), b'x', ..., range(2), slice(1)], (1, ('a', ['b', {'c': 'd'}])), {1: [2, (3,)], 'x': {'y': {5}}})
class R:
    def __init__(self):
        self.items = [self]
    def __repr__(self):
        return 'R(%r)' % (self.items if len(self.items) > 1 else 'one')
r = R()
print(r, [r], {r.items[0]: 1})
x = []
y = [x, x]
print(y, [y, y])
v = d.values()
e = {}
e['v'] = e.values()
print(e)
print(a == a, a is a[1], a[1][1][0], len(a))
deep = []
for i in range(50):
    deep = [deep]
print(deep)
