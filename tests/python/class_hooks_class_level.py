# __init_subclass__, __class_getitem__, __new__, __init__ returning values, __call__, __instancecheck__.
class Plugin:
    plugins = []

    def __init_subclass__(cls, kind=None, **kw):
        super().__init_subclass__(**kw)
        cls.kind = kind
        cls.plugins.append(cls)


class P1(Plugin, kind='one'):
    pass


class P2(Plugin):
    pass


print([(c.__name__, c.kind) for c in Plugin.plugins])
try:
    class P3(Plugin, other=1):
        pass
except TypeError as e:
    print(e)


class Box:
    def __class_getitem__(cls, item):
        return '%s of %s' % (cls.__name__, item.__name__)


print(Box[int], Box[str])
try:
    P1[int]
except TypeError as e:
    print(e)


class Even(type):
    def __instancecheck__(cls, x):
        return isinstance(x, int) and x % 2 == 0

    def __subclasscheck__(cls, c):
        return c is int


class EvenInt(metaclass=Even):
    pass


print(isinstance(2, EvenInt), isinstance(3, EvenInt), issubclass(int, EvenInt), issubclass(str, EvenInt))


class Interned:
    cache = {}

    def __new__(cls, key):
        if key in cls.cache:
            return cls.cache[key]
        self = super().__new__(cls)
        cls.cache[key] = self
        self.fresh = True
        return self

    def __init__(self, key):
        print('init', key, self.fresh)
        self.fresh = False
        self.key = key


print(Interned('a') is Interned('a'))


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print('never')


print(Other())


class Bad:
    def __init__(self):
        return 1


try:
    Bad()
except TypeError as e:
    print(e)
for args in ((1,), (1, 2)):
    try:
        object(*args)
    except TypeError as e:
        print(e)
    try:
        P2(*args)
    except TypeError as e:
        print(e)


class NeedsTwo:
    def __init__(self, a, b):
        pass


for f in (lambda: NeedsTwo(), lambda: NeedsTwo(1), lambda: NeedsTwo(1, 2, 3), lambda: NeedsTwo(1, c=2)):
    try:
        f()
    except TypeError as e:
        print(e)


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, scale=1):
        return (self.n + x + sum(more)) * scale


add = Adder(10)
print(add(1), add(1, 2, 3), add(1, scale=2), callable(add), callable(P2()), list(map(add, [1, 2])))
