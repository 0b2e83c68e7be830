"""What inspect tells about functions and classes."""
import inspect


class Animal:
    """A being.

        With more text.
    """

    def speak(self):
        """Says."""

    @staticmethod
    def kind():
        return 'animal'


class Dog(Animal):
    def speak(self):
        return 'woof'


def gen():
    yield 1


print(inspect.isclass(Dog), inspect.isfunction(gen), inspect.ismethod(Dog().speak), inspect.isbuiltin(len), inspect.ismodule(inspect))
print(inspect.isgeneratorfunction(gen), inspect.isgeneratorfunction(print), inspect.isgenerator(gen()), inspect.getmro(Dog) == Dog.__mro__)
print(inspect.getdoc(Animal), '|', inspect.getdoc(Animal.speak), '|', inspect.cleandoc('  a\n    b\n    c\n'))
print([n for n, v in inspect.getmembers(Dog, inspect.isfunction)], inspect.getmodule(Dog).__name__, inspect.isroutine(len))
