class A:
    def __init__(self, **kw):
        self.__dict__.update(kw)
a = A(x=1, y=2)
print(a.x, a.y, a.__dict__, vars(a), sorted(vars(a).items()))
a.__dict__['z'] = 3; print(a.z); a.w = 4; print(a.__dict__)
d = a.__dict__; a.v = 5; print(d['v'], 'v' in d); d.pop('x'); print(hasattr(a, 'x'))
del d['y']; print(hasattr(a, 'y'), a.__dict__)
class AttrDict(dict):
    def __init__(self, *a, **k):
        super(AttrDict, self).__init__(*a, **k)
        self.__dict__ = self
c = AttrDict(lr=0.1, n=3)
print(c.lr, c['n']); c.new = 5; print(c['new'], c); c['k'] = 1; print(c.k)
try: c.nope
except AttributeError as e: print(e)
del c.new; print(c)
class B: pass
b = B(); b.__dict__ = {'q': 1}; print(b.q, b.__dict__); b.r = 2; print(b.__dict__)
try: (3).__dict__
except AttributeError as e: print(e)
print(hasattr(b, '__dict__'), hasattr(3, '__dict__'))
for k, v in sorted(c.__dict__.items()): print(k, v)
def f(): pass
f.x = 1; print(f.__dict__)
class Cfg(object):
    a = 1
    b = 'x'
print({k: v for k, v in vars(Cfg).items() if not k.startswith('__')})
print(sorted(k for k in dir(Cfg) if not k.startswith('__')))
