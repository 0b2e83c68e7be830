"""Functions from functions."""
from functools import lru_cache, partial, reduce, wraps
import operator


def compose(*fs):
    return reduce(lambda f, g: lambda x: f(g(x)), fs)


inc, double = partial(operator.add, 1), partial(operator.mul, 2)
print(compose(inc, double)(5), compose(double, inc)(5), compose(str, inc, double)(1), list(map(compose(len, str), [1, 22, 333])))


def counted(limit):
    def decorate(f):
        @wraps(f)
        def inner(*args):
            inner.calls += 1
            if inner.calls > limit:
                raise RuntimeError('%s called more than %d times' % (f.__name__, limit))
            return f(*args)
        inner.calls = 0
        return inner
    return decorate


@counted(2)
def hello(name):
    """Greets."""
    return 'hello ' + name


print(hello('a'), hello('b'), hello.calls, hello.__doc__)
try:
    hello('c')
except RuntimeError as e:
    print(e)


@lru_cache(maxsize=None)
def ways(n, coins):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n - coins[0], coins) + ways(n, coins[1:])


print(ways(100, (50, 20, 10, 5, 2, 1)), ways.cache_info().hits > 0, reduce(operator.or_, [{1}, {2}, {1, 3}]), reduce(lambda n, d: n * 16 + int(d, 16), 'ff', 0))
p = partial(sorted, key=len, reverse=True)
print(p(['a', 'ccc', 'bb']), p.keywords['reverse'], partial(partial(pow, 2), 5)(), repr(partial(int, base=2)('101')))
