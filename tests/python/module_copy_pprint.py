import copy
import pprint
import contextlib
import collections
from contextlib import contextmanager
a = [1, [2, 3], {'k': [4]}, (5, [6])]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append('x')
a[2]['k'].append('y')
a[3][1].append('z')
print(a, b, c, b[1] is a[1], c[1] is a[1])


class Node(object):
    def __init__(self, v):
        self.v = v
        self.next = None
        self.items = []


n = Node(1)
n.next = Node(2)
n.next.next = n
n.items.append(n)
m = copy.deepcopy(n)
print(m.v, m.next.v, m.next.next is m, m.items[0] is m, m.next is n.next, copy.copy(n).next is n.next)


class Own(object):
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        return Own('copied')

    def __deepcopy__(self, memo):
        return Own('deep')


print(copy.copy(Own(1)).x, copy.deepcopy(Own(1)).x, copy.deepcopy([Own(1)])[0].x)
s = [1]
s.append(s)
t = copy.deepcopy(s)
print(t[1] is t, t)
od = collections.OrderedDict([('b', [1]), ('a', 2)])
od2 = copy.deepcopy(od)
od['b'].append(5)
print(od2, type(od2).__name__, copy.deepcopy(collections.defaultdict(list, {'q': [1]})), copy.copy({1, 2}), copy.deepcopy((1, 2)), copy.deepcopy('str'), copy.copy(len) is len, copy.deepcopy(3.5), copy.deepcopy(Node) is Node)


class L(list):
    pass


x = L([1, [2]])
x.tag = 'hi'
y = copy.deepcopy(x)
print(y, y.tag, type(y).__name__, y[1] is x[1])

pprint.pprint({'b': 1, 'a': [1, 2, 3]})
pprint.pprint({'name%d' % i: list(range(i)) for i in range(12)})
pprint.pprint([{'key': 'value' * 10, 'other': ['x' * 30, 'y' * 30]}, 5, (1,)])
pprint.pprint(list(range(40)))
pprint.pprint([['a' * 20] * 3, ('b' * 30, 'c' * 60)], width=60)
pprint.pprint({'deep': {'er': {'est': [1, [2, [3]]]}}}, depth=2)
pprint.pprint({'x' * 10: {'y' * 30: 1, 'z' * 40: 2}}, indent=4)
print(pprint.pformat({'z': 1, 'y': 2}), pprint.pformat('text'), pprint.pformat([]))


@contextmanager
def tag(name):
    print('<%s>' % name)
    try:
        yield name.upper()
    finally:
        print('</%s>' % name)


with tag('a') as t, tag('b'):
    print('inside', t)


@contextmanager
def swallow(*types):
    try:
        yield
    except types as e:
        print('swallowed', type(e).__name__, e)


with swallow(ValueError):
    raise ValueError('v')
try:
    with tag('x'):
        raise KeyError('k')
except KeyError as e:
    print('caught', e)


class Scoped(object):
    def __init__(self):
        self.log = []

    @contextmanager
    def scope(self, name):
        self.log.append('+' + name)
        yield self
        self.log.append('-' + name)


sc = Scoped()
with sc.scope('one') as inner:
    with inner.scope('two'):
        pass
print(sc.log, tag.__name__)
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
with contextlib.closing(type('C', (), {'close': lambda self: print('closed')})()) as cl:
    print('using')
with contextlib.nullcontext(5) as five:
    print(five)


@contextmanager
def bad():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for cm in (bad, twice):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)


@tag('deco')
def decorated(x):
    print('body', x)
    return x + 1


print(decorated(1))
