"""Registries: by decorator, by metaclass, by __init_subclass__; factories from names."""


class Registry(dict):
    def register(self, name=None):
        def decorator(thing):
            key = name or thing.__name__
            if key in self:
                raise KeyError('%s is registered already' % key)
            self[key] = thing
            return thing
        return decorator

    def create(self, name, *args, **kwargs):
        try:
            factory = self[name]
        except KeyError:
            raise ValueError('unknown %r; known: %s' % (name, ', '.join(sorted(self)))) from None
        return factory(*args, **kwargs)


LAYERS = Registry()


@LAYERS.register()
class Dense(object):
    def __init__(self, units):
        self.units = units

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % p for p in sorted(vars(self).items())))


@LAYERS.register('conv')
class Convolution(Dense):
    def __init__(self, units, size=(3, 3)):
        super().__init__(units)
        self.size = size


LAYERS.register('relu')(lambda: 'relu')


class Meta(type):
    classes = []

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        if bases:
            mcs.classes.append(name)
        return cls


class Base(metaclass=Meta):
    pass


class One(Base):
    pass


class Plugin:
    known = {}

    def __init_subclass__(cls, key, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.known[key] = cls


class Two(Plugin, key='two'):
    pass


class Three(Two, key=3):
    pass


print([LAYERS.create(*spec) for spec in (('Dense', 10), ('conv', 32), ('conv', 8, (5, 5)), ('relu',))])
for wrong in (lambda: LAYERS.create('pool'), lambda: LAYERS.register('conv')(int), lambda: LAYERS.create('Dense')):
    try:
        wrong()
    except (ValueError, KeyError, TypeError) as e:
        print(type(e).__name__, e)
print(Meta.classes, sorted(Plugin.known, key=str), Plugin.known[3].__mro__[1].__name__, isinstance(One, Meta))
