"""Lazy attributes: a non-data descriptor that caches, __getattr__, proxies, and __getattribute__."""


class lazy(object):
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        if obj is None:
            return self
        print('computing', self.f.__name__)
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class Data(object):
    def __init__(self, n):
        self.n = n

    @lazy
    def squares(self):
        return [i * i for i in range(self.n)]

    @lazy
    def total(self):
        return sum(self.squares)


class Proxy(object):
    def __init__(self, target):
        object.__setattr__(self, '_target', target)
        object.__setattr__(self, '_log', [])

    def __getattr__(self, name):
        self._log.append('get ' + name)
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append('set %s=%r' % (name, value))
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append('del ' + name)
        delattr(self._target, name)


class Loud(object):
    x = 1

    def __getattribute__(self, name):
        if name.startswith('hidden'):
            raise AttributeError('%s is hidden' % name)
        return object.__getattribute__(self, name)

    hidden = 5


d = Data(4)
print(d.total, d.total, d.squares, sorted(vars(d)))
del d.squares
print(d.squares, type(Data.total).__name__)
p = Proxy(d)
p.n = 2
del p.squares
print(p.squares, p._log, d.n)
try:
    p.nothing
except AttributeError as e:
    print(e)
print(Loud().x, getattr(Loud(), 'hidden', 'default'), Loud.hidden, hasattr(Loud(), 'hidden'), hasattr(p, 'total'))
