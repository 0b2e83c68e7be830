# Decorators that keep state, check, retry, register, and change classes.
import functools


def memoize(fn):
    cache = {}

    @functools.wraps(fn)
    def wrapper(*args):
        if args not in cache:
            cache[args] = fn(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@memoize
def ways(n):
    return 1 if n <= 1 else ways(n - 1) + ways(n - 2)


print(ways(40), len(ways.cache), ways.__name__)


def retry(times, on=Exception):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kw):
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, attempt=attempt, **kw)
                except on as e:
                    print('attempt %d: %s' % (attempt, e))
                    last = e
            raise RuntimeError('gave up') from last
        return wrapper
    return decorate


@retry(3, on=ValueError)
def flaky(fail_until, attempt):
    if attempt < fail_until:
        raise ValueError('not yet')
    return 'ok at %d' % attempt


print(flaky(2))
try:
    flaky(9)
except RuntimeError as e:
    print(e, '<-', repr(e.__cause__))


def typed(**types):
    def decorate(fn):
        names = fn.__code__.co_varnames[:fn.__code__.co_argcount]

        @functools.wraps(fn)
        def wrapper(*args, **kw):
            given = dict(zip(names, args), **kw)
            for name, kind in types.items():
                if name in given and not isinstance(given[name], kind):
                    raise TypeError('%s: %s must be %s' % (fn.__name__, name, kind.__name__))
            return fn(*args, **kw)
        return wrapper
    return decorate


@typed(a=int, b=str)
def label(a, b='x'):
    return b * a


print(label(2), label(1, b='y'))
for args in (('no',), (1, 2)):
    try:
        label(*args)
    except TypeError as e:
        print(e)


class Router:
    def __init__(self):
        self.routes = {}

    def route(self, path, **options):
        def decorate(fn):
            self.routes[path] = (fn, options)
            return fn
        return decorate

    def __call__(self, path, *args):
        fn, options = self.routes.get(path, (lambda *a: '404', {}))
        result = fn(*args)
        return result.upper() if options.get('loud') else result


app = Router()


@app.route('/')
def index():
    return 'index'


@app.route('/hi', loud=True)
@app.route('/hello')
def hello(name):
    return 'hello ' + name


print(app('/'), app('/hi', 'bo'), app('/hello', 'bo'), app('/none'), sorted(app.routes))


def traced(cls):
    for name, value in list(vars(cls).items()):
        if callable(value) and not name.startswith('_'):
            setattr(cls, name, logged(value))
    return cls


def logged(fn):
    @functools.wraps(fn)
    def wrapper(self, *args):
        result = fn(self, *args)
        self.log.append('%s%r -> %r' % (fn.__name__, args, result))
        return result
    return wrapper


def singleton(cls):
    instances = []

    @functools.wraps(cls, updated=())
    def get(*args, **kw):
        if not instances:
            instances.append(cls(*args, **kw))
        return instances[0]
    return get


@singleton
@traced
class Account:
    """An account."""

    def __init__(self, balance=0):
        self.balance, self.log = balance, []

    def deposit(self, n):
        self.balance += n
        return self.balance

    def withdraw(self, n):
        self.balance -= n
        return self.balance


a = Account(10)
a.deposit(5)
a.withdraw(3)
print(a.log, Account() is a, Account.__name__, Account.__doc__)


class countcalls(object):
    "Counts calls of functions and methods alike."
    def __init__(self, f):
        self.f, self.n = f, 0

    def __call__(self, *args):
        self.n += 1
        return self.f(*args)

    def __get__(self, obj, owner=None):
        return functools.partial(self, obj) if obj is not None else self


class T:
    @countcalls
    def m(self, x):
        return self, x


t = T()
print(t.m(1)[1], t.m(2)[0] is t, T.m.n)
