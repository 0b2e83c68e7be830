# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, setattr and friends.
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, '_target', target)

    def __getattr__(self, name):
        print('getattr', name)
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        print('setattr', name, value)
        setattr(self._target, name, value)

    def __delattr__(self, name):
        print('delattr', name)
        delattr(self._target, name)

    def __dir__(self):
        return ['z', 'a', 'm']


class T:
    pass


t = T()
p = Proxy(t)
p.x = 1
print(p.x, t.x, t.__dict__, p.__dict__ == {'_target': t})
del p.x
print(hasattr(p, 'x'), getattr(p, 'x', 'default'), dir(p))
try:
    p.y
except AttributeError as e:
    print(e)


class Logged:
    def __init__(self):
        self.v = 1

    def __getattribute__(self, name):
        print('get', name)
        return super().__getattribute__(name)

    def m(self):
        return self.v


l = Logged()
print(l.m(), l.v)
try:
    l.none
except AttributeError as e:
    print(e)


class Both:
    def __getattribute__(self, name):
        if name == 'secret':
            raise AttributeError('hidden')
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return 'fallback ' + name


b = Both()
b.x = 3
print(b.x, b.secret, b.other)


class Err:
    @property
    def bad(self):
        raise AttributeError('inner')

    def __getattr__(self, name):
        return 'asked for ' + name


print(Err().bad)


class Frozen:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1


f = Frozen()
print(f.a, hasattr(f, 'b'))
try:
    f.c = 1
except AttributeError as e:
    print(e)
try:
    f.b
except AttributeError as e:
    print(e)
for v, n in ((1, 'x'), ('s', 'y'), ([], 'z'), (None, 'w'), (len, 'q'), (T, 'k')):
    try:
        setattr(v, n, 1)
        print('set', v is T)
    except AttributeError as e:
        print(e)
    try:
        getattr(v, n + n)
    except AttributeError as e:
        print(e)
try:
    int.x = 1
except TypeError as e:
    print(e)
try:
    getattr(1, 2)
except TypeError as e:
    print(e)
try:
    del t.nothing
except AttributeError as e:
    print(e)
