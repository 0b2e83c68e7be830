# Metaclasses: __new__, __init__, __call__, registries, singletons, __prepare__, attributes of classes.
class Meta(type):
    registry = {}

    def __new__(mcs, name, bases, namespace, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in namespace if k[0] != '_'), kw)
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.registry[name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **kw):
        print('init', name)
        super().__init__(name, bases, namespace)
        cls.tag = name.lower()

    def __call__(cls, *args, **kw):
        print('call', cls.__name__, args)
        return super().__call__(*args, **kw)

    def __repr__(cls):
        return '<my class %s>' % cls.__name__

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter('abc')

    def __contains__(cls, x):
        return x == 1

    def __getitem__(cls, k):
        return (cls.__name__, k)

    def helper(cls):
        return 'helped ' + cls.__name__

    @property
    def prop(cls):
        return 'prop of ' + cls.__name__


class A(metaclass=Meta):
    x = 1

    def f(self):
        return self.x


class B(A, option=3):
    y = 2


b = B()
print(A, B, [A, B], len(A), list(B), 1 in A, 2 in A, A['k'], A.helper(), B.prop, b.tag, type(B) is Meta)
print(sorted(Meta.registry), isinstance(A, type), isinstance(A, Meta))
try:
    b.helper()
except AttributeError as e:
    print(e)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super(Singleton, cls).__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, v=0):
        self.v = v


print(Config(1) is Config(2), Config().v)

C = type('C', (A,), {'z': 5, 'g': lambda self: self.z + self.x})
print(C, C().g(), C.__name__, C.__module__)
D = type('D', (), dict(a=1))
print(D().a, D.__bases__, type(D))


class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        print('prepare', name)
        return {'given': 'by prepare'}

    def __new__(mcs, name, bases, ns):
        ns['order'] = [k for k in ns if not k.startswith('__')]
        return type.__new__(mcs, name, bases, ns)


class P(metaclass=Ordered):
    b = 1
    a = 2
    c = given


print(P.order, P.c)
try:
    class Q(A, metaclass=Ordered):
        pass
except TypeError as e:
    print(e)


def fn_meta(name, bases, ns):
    return (name, bases, sorted(k for k in ns if not k.startswith('__')))


class R(metaclass=fn_meta):
    q = 1


print(R)
