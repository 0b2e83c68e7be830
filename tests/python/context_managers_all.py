# with: classes, contextlib, several items, errors swallowed or replaced, returns from within.
from contextlib import contextmanager, closing, suppress
import contextlib


class CM:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print('enter', self.name)
        if self.fail == 'enter':
            raise RuntimeError('enter of ' + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__, value, tb is not None)
        if self.fail == 'exit':
            raise RuntimeError('exit of ' + self.name)
        return self.swallow


with CM('a') as a, CM('b') as b:
    print(a, b)
with CM('p') as x, CM(x + 'q') as y:
    print(x, y)
with (CM('paren') as z,
      CM('two')):
    print(z)
with CM('s', swallow=True):
    1 / 0
print('after')
try:
    with CM('outer'), CM('inner', fail='enter'):
        print('never')
except RuntimeError as e:
    print('error', e)
try:
    with CM('o'), CM('i', fail='exit'):
        raise KeyError('k')
except RuntimeError as e:
    print('error', e, repr(e.__context__))


def returns():
    with CM('r'):
        return 'value'


def loops():
    for i in range(3):
        with CM(str(i)):
            if i == 0:
                continue
            break
    return i


print(returns(), loops())


@contextmanager
def tag(name):
    print('<%s>' % name)
    try:
        yield name * 2
    except ZeroDivisionError as e:
        print('swallowed', e)
    finally:
        print('</%s>' % name)


with tag('b') as t:
    print(t)
with tag('z'):
    1 / 0
try:
    with tag('k'):
        {}['missing']
except KeyError as e:
    print('KeyError', e)


@tag('deco')
def decorated(x):
    print('in decorated', x)
    return x


print(decorated(1), decorated(2))


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as e:
    print(e)


@contextmanager
def never():
    if False:
        yield


try:
    with never():
        pass
except RuntimeError as e:
    print(e)
with suppress(KeyError, IndexError):
    [][1]
    print('never')


class Res:
    def close(self):
        print('closed')


with closing(Res()) as r:
    print(type(r).__name__)
for thing in (5, object()):
    try:
        with thing:
            pass
    except TypeError as e:
        print(e)
with contextlib.nullcontext(3) as three:
    print(three)
