# del of names, items, slices, attributes, several at once, and what is left.
import sys
a = b = [1, 2, 3, 4, 5]
del a
print(b)
try:
    a
except NameError as e:
    print(e)
del b[0], b[-1]
print(b)
del b[:]
print(b)
d = {'x': {'y': [1, 2]}, 'z': 0}
del d['x']['y'][0]
print(d)
del d['x'], d['z']
print(d)


class C:
    shared = 1

    def __init__(self):
        self.a = self.b = self.c = 1

    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)

    def __delitem__(self, key):
        print('delitem', key)


c = C()
del c.a, c.b
del c['k'], c[1:2], c[1, 2]
del (c.c)
print(vars(c), c.shared)
for f in (lambda: delattr(c, 'a'), lambda: delattr(c, 'shared'), lambda: d.__delitem__('q'), lambda: delattr(C, 'none')):
    try:
        f()
    except (AttributeError, KeyError) as e:
        print(type(e).__name__, e)
del C.shared
print(hasattr(c, 'shared'))
x, y, z = 1, 2, 3
del (x, y), [z]
print('x' in globals(), 'z' in globals())


def f(p):
    del p
    try:
        print(p)
    except UnboundLocalError as e:
        print(e)
    p = 'again'
    return p


print(f(1))


def closure():
    n = 1

    def inner():
        nonlocal n
        del n
        try:
            n
        except NameError as e:
            print(type(e).__name__, e)
        n = 2
    inner()
    return n


print(closure())
for i in range(2):
    pass
del i
try:
    del i
except NameError as e:
    print(e)
try:
    del (1, 2)[0]
except TypeError as e:
    print(e)
try:
    del 'abc'[0]
except TypeError as e:
    print(e)
try:
    del len.__name__
except (AttributeError, TypeError) as e:
    print(type(e).__name__)
