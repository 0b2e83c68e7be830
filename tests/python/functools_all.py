# functools as programs use it: partial, reduce, wraps, lru_cache, cmp_to_key, singledispatch …
from functools import partial, reduce, lru_cache, cmp_to_key, wraps
import operator

add3 = partial(lambda a, b, c=0: (a, b, c), 1, c=3)
print(add3(2), add3(2, c=9), add3.args, add3.keywords, partial(add3, 5)(), partial(int, base=2)('101'))
print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(max, [3, 9, 2]))
try:
    reduce(operator.add, [])
except TypeError as e:
    print(e)


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info(), fib.__name__, fib.__wrapped__(1))
calls = []


@lru_cache(maxsize=2)
def slow(x, y=1):
    calls.append((x, y))
    return x * y


print([slow(1), slow(2), slow(1), slow(3), slow(2), slow(1, y=1), slow(1)], calls, slow.cache_info())


@lru_cache
def plain(x):
    return [x]


print(plain(1) is plain(1), plain.cache_info())
try:
    plain([])
except TypeError as e:
    print(e)


def by_length(a, b):
    return len(a) - len(b) or (a > b) - (a < b)


print(sorted(['ccc', 'a', 'bb', 'aa'], key=cmp_to_key(by_length)), max(['x', 'yy'], key=cmp_to_key(by_length)))


def logged(prefix):
    def deco(fn):
        @wraps(fn)
        def inner(*a, **k):
            print(prefix, fn.__name__, a, k)
            return fn(*a, **k)
        return inner
    return deco


@logged('>')
def target(x, y=2):
    """Docs."""
    return x + y


print(target(1), target(1, y=5), target.__name__, target.__doc__, target.__wrapped__(0), target.__module__)


compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, lambda x: x + 1, lambda x: x * 2)(5))
print(list(map(partial(pow, 2), range(5))), sorted('banana', key=partial(str.count, 'banana')))
