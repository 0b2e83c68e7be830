# Decorators: plain, with arguments, stacked, classes as decorators, decorators of classes and methods.
import functools


def trace(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        print('->', fn.__name__, args, sorted(kwargs.items()))
        result = fn(*args, **kwargs)
        print('<-', result)
        return result
    return wrapper


def repeat(n, sep=' '):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args):
            return sep.join(str(fn(*args)) for _ in range(n))
        return wrapper
    return decorate


@trace
def add(a, b=2):
    "Adds."
    return a + b


@repeat(3)
@trace
def hello(name):
    return 'hi ' + name


@repeat(n=2, sep='/')
def word(w):
    return w


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(1, 1))
print(hello('Bo'), word('w'))


class CountCalls:
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn = fn
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.fn(*args)


@CountCalls
def double(x):
    return 2 * x


print(double(2), double(3), double.calls, double.__name__)


class Memo:
    def __init__(self, size):
        self.size = size

    def __call__(self, fn):
        cache = {}

        def inner(x):
            if x not in cache and len(cache) < self.size:
                cache[x] = fn(x)
                return 'computed', cache[x]
            return ('cached', cache[x]) if x in cache else ('full', fn(x))
        return inner


@Memo(size=2)
def square(x):
    return x * x


print([square(i) for i in (1, 2, 1, 3)])


def add_repr(cls):
    cls.__repr__ = lambda self: '%s(%s)' % (cls.__name__, ', '.join(
        '%s=%r' % kv for kv in sorted(vars(self).items())))
    return cls


def register(registry):
    def decorate(cls):
        registry[cls.__name__.lower()] = cls
        return cls
    return decorate


shapes = {}


@register(shapes)
@add_repr
class Square:
    def __init__(self, side):
        self.side = side

    @trace
    def area(self):
        return self.side ** 2

    @staticmethod
    @trace
    def unit():
        return 1

    @classmethod
    @trace
    def make(cls, n):
        return cls(n)

    @property
    @trace
    def half(self):
        return self.side / 2


s = shapes['square'](3)
print(s, s.area(), Square.unit(), s.unit(), Square.make(4), s.half)


def order(tag):
    print('evaluating', tag)

    def decorate(fn):
        print('applying', tag)
        return fn
    return decorate


@order('first')
@order('second')
def f():
    pass


decorators = [trace, repeat(2)]


@decorators[1]
def g(x):
    return x


@(lambda fn: lambda *a: ('wrapped', fn(*a)))
def h(x):
    return x


print(g(1), h(2))
