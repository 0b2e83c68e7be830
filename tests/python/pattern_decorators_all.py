"""Decorators: counting, retrying, checking types, singletons, stacked, with state."""
import functools


def count_calls(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


def retry(times, *errors):
    def decorator(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return f(*args, **kwargs)
                except errors as e:
                    print('attempt %d: %s' % (attempt, e))
                    if attempt == times:
                        raise
        return wrapper
    return decorator


def typed(**types):
    def decorator(f):
        def wrapper(**kwargs):
            for name, value in sorted(kwargs.items()):
                if name in types and not isinstance(value, types[name]):
                    raise TypeError('%s must be %s, not %s' % (name, types[name].__name__, type(value).__name__))
            return f(**kwargs)
        return wrapper
    return decorator


def singleton(cls):
    instances = {}

    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]
    return get


class trace(object):
    depth = 0

    def __init__(self, f):
        self.f = f
        functools.update_wrapper(self, f)

    def __call__(self, n):
        print('%s%s(%d)' % ('  ' * trace.depth, self.f.__name__, n))
        trace.depth += 1
        try:
            return self.f(n)
        finally:
            trace.depth -= 1


@retry(3, KeyError, ValueError)
@count_calls
def flaky(limit):
    if flaky.__wrapped__.calls < limit:
        raise ValueError('call %d' % flaky.__wrapped__.calls)
    return 'worked'


@typed(rate=float, name=str)
def configure(rate, name='x'):
    return '%s=%s' % (name, rate)


@singleton
class Store(object):
    def __init__(self, size=1):
        self.size = size


@trace
def fact(n):
    """n!"""
    return n * fact(n - 1) if n else 1


print(flaky(2), flaky.__name__)
try:
    flaky(99)
except ValueError as e:
    print('gave up:', e)
print(configure(rate=0.1, name='a'))
try:
    configure(rate=1)
except TypeError as e:
    print(e)
print(Store(5) is Store(7), Store().size, fact(2), fact.__doc__, fact.__name__)
