import functools
import operator
import itertools
from functools import partial, reduce, wraps, lru_cache


def add(a, b, c=0):
    """adds"""
    return a + b + c


p = partial(add, 1, c=10)
print(p(2), p(2, c=0), p.func is add, p.args, p.keywords, partial(p, 5)(), partial(int, base=2)('101'))
print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(max, [3, 9, 2]))


def logged(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        print('calling', f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return wrapper


@logged
def greet(name, punctuation='!'):
    """Greets."""
    return 'hello ' + name + punctuation


print(greet('bob'), greet('al', punctuation='?'), greet.__name__, greet.__doc__, greet.__wrapped__('x'))
calls = []


@lru_cache(maxsize=None)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(30), len(calls), fib.cache_info(), fib.__name__)
fib.cache_clear()
print(fib.cache_info())


@lru_cache(maxsize=2)
def sq(x):
    calls.append('s%d' % x)
    return x * x


del calls[:]
print([sq(i) for i in [1, 2, 1, 3, 1, 2]], calls, sq.cache_info())


class Thing(object):
    @lru_cache()
    def cached(self, x):
        return x + 1


print(Thing().cached(4), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
print(operator.add(1, 2), operator.mul(3, 4), operator.itemgetter(1)([5, 6]), operator.itemgetter('a', 'b')({'a': 1, 'b': 2}), operator.attrgetter('real')(3), sorted([(1, 'b'), (2, 'a')], key=operator.itemgetter(1)), operator.methodcaller('upper')('x'), operator.methodcaller('split', ',', maxsplit=1)('a,b,c'), operator.not_(1), operator.neg(2), operator.contains([1], 1), operator.truediv(1, 2), operator.lt(1, 2), operator.getitem({'k': 1}, 'k'))
print(list(itertools.islice(itertools.count(), 3)), list(itertools.islice(itertools.count(1, 2), 2, 8, 2)), list(itertools.islice('abcdef', 2)), list(itertools.islice(itertools.cycle('ab'), 5)))
print(list(itertools.chain([1], 'ab', (2,))), list(itertools.chain.from_iterable([[1, 2], [3]])), list(itertools.repeat('x', 2)), list(itertools.product('ab', [1, 2])), list(itertools.product([0, 1], repeat=2)))
print(list(itertools.permutations('abc', 2)), list(itertools.permutations([1, 2, 3])), list(itertools.combinations('abcd', 2)), list(itertools.combinations_with_replacement('ab', 2)), list(itertools.combinations([1], 2)), list(itertools.permutations([], 0)))
print(list(itertools.zip_longest('ab', 'xyz', fillvalue='-')), list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.filterfalse(None, [0, 1, 2])), list(itertools.compress('abc', [1, 0, 1])))
print([(k, list(g)) for k, g in itertools.groupby('aabbbc')], [(k, list(g)) for k, g in itertools.groupby([1, 3, 2, 4], key=lambda x: x % 2)], list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.accumulate([1, 2], initial=10)))
c = itertools.count(5)
print(next(c), next(c), sum(itertools.islice(c, 3)), [a + b for a, b in zip('ab', itertools.repeat('!'))])
for f in [lambda: reduce(operator.add, []), lambda: partial(3), lambda: operator.itemgetter(), lambda: list(itertools.islice([1], -1)), lambda: list(itertools.combinations([1], -1)), lambda: next(itertools.chain()), lambda: operator.attrgetter('zz')(3)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
