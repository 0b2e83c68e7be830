# Descriptors: data and non-data, __set_name__, access by class, order of lookup.
class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print('named', owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, 'unset')

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError('%s must be %s, not %r' % (self.name, self.kind.__name__, value))
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print('delete', self.name)
        obj.__dict__.pop(self.name, None)


class NonData:
    def __get__(self, obj, owner):
        return ('nondata', obj is None, owner.__name__)


class Person:
    name = Field(str)
    age = Field(int)
    nd = NonData()

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person('Ann', 30)
print(p.name, p.age, p.__dict__, Person.name.kind, type(Person.age).__name__)
try:
    p.age = 'old'
except TypeError as e:
    print(e)
del p.age
print(p.age)
p.__dict__['age'] = 'straight'
print(p.age)
print(p.nd, Person.nd)
p.nd = 'shadow'
print(p.nd)
del p.nd
print(p.nd)
Person.nd = 'replaced'
print(p.nd, Person.nd)


class Lazy:
    def __init__(self, fn):
        self.fn = fn
        self.__doc__ = fn.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        print('computing', self.name)
        value = obj.__dict__[self.name] = self.fn(obj)
        return value


class Data:
    @Lazy
    def big(self):
        "big doc"
        return [1] * 3


d = Data()
print(d.big, d.big, Data.big.__doc__)


def plain(self, x):
    return self, x


bound = plain.__get__(7)
print(bound(8), bound.__self__, bound.__func__ is plain)
print(Person.__init__.__get__(p).__name__)
