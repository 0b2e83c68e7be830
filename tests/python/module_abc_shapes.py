"""Abstract classes."""
from abc import ABC, abstractmethod
import collections.abc


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Of the surface."""

    @property
    @abstractmethod
    def name(self):
        pass

    def describe(self):
        return '%s of %.2f' % (self.name, self.area())


class Square(Shape):
    name = 'square'

    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a ** 2


print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Square, ABC))
for cls in (Shape, type('Half', (Shape,), {'area': lambda self: 0})):
    try:
        cls()
    except TypeError as e:
        print(str(e).split(' with')[0])


class Stack(collections.abc.Sized, collections.abc.Iterable):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return reversed(self.items)


print(len(Stack(1, 2)), list(Stack(1, 2)), isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance('a', collections.abc.Iterable))
print(isinstance(iter([]), collections.abc.Iterator), isinstance(print, collections.abc.Callable), isinstance(3, collections.abc.Hashable), isinstance([], collections.abc.Hashable))
