# abc: abstract methods and properties, registration, hooks, templates.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        "The area."
        return 'base area of ' + self.name

    @property
    @abstractmethod
    def sides(self):
        pass

    @classmethod
    @abstractmethod
    def unit(cls):
        pass

    @staticmethod
    @abstractmethod
    def kind():
        pass

    def describe(self):
        return '%s: %s, %d sides' % (self.name, self.area(), self.sides)


class Square(Shape):
    def __init__(self, s):
        super().__init__('square')
        self.s = s

    def area(self):
        return '%s / %d' % (super().area(), self.s ** 2)

    sides = 4

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def kind():
        return 'flat'


print(Square(3).describe(), Square.unit().s, Square.kind())


class Half(Shape):
    def area(self):
        return 0

    def unit(self):
        pass


class One(Shape):
    sides = 1
    unit = kind = None


for cls in (Shape, Half, One):
    try:
        cls('x')
    except TypeError as e:
        print(e)
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__)


class Plugin(metaclass=ABCMeta):
    @abstractmethod
    def run(self): ...


class Foreign:
    def run(self):
        return 'foreign'


print(issubclass(Foreign, Plugin), isinstance(Foreign(), Plugin))
Plugin.register(Foreign)
print(issubclass(Foreign, Plugin), isinstance(Foreign(), Plugin))


class Sized2(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return any('__len__' in b.__dict__ for b in c.__mro__) if cls is Sized2 else NotImplemented


class L:
    def __len__(self):
        return 1


print(isinstance(L(), Sized2), isinstance(5, Sized2))
