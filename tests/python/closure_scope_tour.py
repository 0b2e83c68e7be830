"""Closures, nonlocal, global, defaults that are shared, functions with attributes, late binding."""
count = 0


def counter(start=0, step=1):
    n = start

    def up():
        nonlocal n
        n += step
        return n

    def reset(value=start):
        nonlocal n
        n = value
    up.reset = reset
    return up


def bump():
    global count
    count += 1
    return count


def shared(item, seen=[]):
    seen.append(item)
    return len(seen)


def shadow():
    count = 'local'

    def inner():
        return count
    return inner()


def delayed():
    def later():
        return value
    value = 1
    first = later()
    value = 2
    return first, later()


a, b = counter(), counter(10, 5)
print(a(), a(), b(), a(), b())
a.reset()
print(a(), b.reset(7), b())
print(bump(), bump(), count, shadow(), delayed())
print(shared(1), shared(2), shared('x', []), shared(3), shared.__defaults__)


def unbound(flag):
    if flag:
        x = 1
    return x


def free():
    def use():
        return late
    if count > 100:
        late = 1
    return use()


for f in (lambda: unbound(False), free, lambda: missing_name):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
compose = lambda f, g: lambda *args: f(g(*args))
add = lambda x: lambda y: lambda z: x + y + z
print(compose(str, max)(3, 9, 4), add(1)(2)(3), (lambda *a, **k: (a, sorted(k.items())))(1, b=2))
handlers = {}
for event in ('open', 'close'):
    def handler(who, event=event):
        return '%s by %s' % (event, who)
    handlers[event] = handler
print(handlers['open']('ann'), handlers['close']('bob'), event, handler.__name__)


class Scope(object):
    x = 'class'

    def get(self):
        return x if False else self.x

    y = [x for _ in range(2)] if False else x * 2


print(Scope().get(), Scope.y, a.__name__, counter.__code__.co_argcount if False else counter.__name__)


def recursive_sum(items):
    return sum(recursive_sum(i) if isinstance(i, list) else i for i in items)


print(recursive_sum([1, [2, [3, 4]], [[5]]]), [f(2) for f in [lambda x, n=n: x ** n for n in range(4)]])
