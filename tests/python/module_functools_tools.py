"""functools: partial, reduce, wraps, caches, comparison."""
import functools
from functools import partial, reduce, wraps, lru_cache


def power(base, exponent=2, *, scale=1):
    return scale * base ** exponent


square = partial(power)
cube = partial(power, exponent=3)
print(square(3), cube(2), partial(power, 2, scale=10)(3), cube.keywords, cube.args, cube.func is power)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 'start'), reduce(max, [3, 9, 2]))


def logged(f):
    @wraps(f)
    def inner(*args, **kwargs):
        """inner doc"""
        print('call', f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return inner


@logged
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__(5))


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())


@lru_cache(maxsize=2)
def slow(x):
    print('computing', x)
    return -x


print([slow(x) for x in (1, 2, 1, 3, 2)], slow.cache_info())
print(sorted(['b', 'A', 'c'], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version(1, 2) <= Version(1, 2), Version(2) > Version(1, 9), Version(1) >= Version(2), max(Version(1), Version(3)).parts)
