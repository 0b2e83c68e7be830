"""A pipeline of steps, registered by a decorator."""
import functools

STEPS = []


def step(order):
    def register(f):
        @functools.wraps(f)
        def timed(data):
            result = f(data)
            timed.runs += 1
            return result
        timed.runs = 0
        STEPS.append((order, timed))
        return timed
    return register


@step(2)
def square(xs):
    """Squares."""
    return [x * x for x in xs]


@step(1)
def positive(xs):
    return [x for x in xs if x > 0]


@step(3)
def total(xs):
    return sum(xs)


def run(data):
    return functools.reduce(lambda d, s: s[1](d), sorted(STEPS, key=lambda s: s[0]), data)


print(run([1, -2, 3]), run(range(5)), square.runs, square.__name__, square.__doc__, [f.__name__ for _, f in sorted(STEPS, key=lambda s: s[0])])
memo = functools.lru_cache(maxsize=3)(lambda n: print('work', n) or n * 10)
print([memo(n) for n in (1, 2, 1, 3, 4, 1, 2)], memo.cache_info())
add = lambda a, b, c: a + 10 * b + 100 * c
print(functools.partial(add, 1, c=2)(b=3), functools.partial(functools.partial(add, 1), 2)(3), functools.reduce(lambda f, x: functools.partial(f, x), (1, 2, 3), add)())
