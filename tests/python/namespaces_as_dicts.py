# globals(), locals(), vars(), __dict__: dicts that are the variables.
import math
x = 1
globals()['y'] = 5
print(y, 'x' in globals(), globals()['x'], globals().get('nope'))


def f():
    globals().update(z=3, x=9)
    g = globals()
    g['w'] = [1]
    del g['y']
    a, b = 1, 2
    return sorted(locals()), locals()['a']


print(f(), z, x, w)
try:
    y
except NameError as e:
    print(e)
math.__dict__['foo'] = 3
print(math.foo, vars(math)['pi'] == math.pi)
del math.foo
for i in range(3):
    globals()['v%d' % i] = i * 10
print(v0, v1, v2, sorted(k for k in globals() if k.startswith('v')))


class C:
    k = 1

    def __init__(self):
        self.__dict__.update(p=1, q=2)


c = C()
d = c.__dict__
c.r = 3
d['s'] = 4
vars(c)['t'] = 5
print(c.s, c.t, sorted(d.items()), d.pop('p'), hasattr(c, 'p'), 'q' in d, len(vars(c)), d == vars(c), d is c.__dict__ or True)
for name in list(d):
    if name > 'r':
        del d[name]
print(d, sorted(vars(c)), C.__dict__['k'], 'k' in vars(C), 'k' in vars(c))
c.__dict__ = {'fresh': 1}
print(c.fresh, hasattr(c, 'q'), vars(c))
setattr(C, 'm', lambda self: self.fresh)
print(c.m(), getattr(c, 'missing', 'default'), [n for n in dir(c) if not n.startswith('_')])


def kwargs(**options):
    options['extra'] = True
    return dict(sorted(options.items()))


opts = {'a': 1}
print(kwargs(**opts), opts, kwargs(**vars(c)))
print('%(fresh)s %(k)s' % dict(vars(c), k=C.k), '{fresh}'.format(**vars(c)), '{0.fresh}'.format(c))
for bad in (lambda: vars(5), lambda: (5).__dict__, lambda: globals()['none']):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
