import collections
from collections import OrderedDict, defaultdict, namedtuple, Counter, deque

d = OrderedDict()
d['b'] = 1
d['a'] = 2
d['c'] = 3
print(d, list(d), d.popitem(), d.popitem(last=False), d, len(d), 'a' in d, d == {'a': 2})
d.update(x=5, y=6)
d.move_to_end('a')
d.move_to_end('y', last=False)
print(d, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict(a=1) == OrderedDict(a=1), list(reversed(d)), d.copy(), OrderedDict())
print(isinstance(d, dict), type(d).__name__, repr(OrderedDict([('k', OrderedDict(z=1))])))

dd = defaultdict(list)
dd['x'].append(1)
dd['x'].append(2)
dd['y'].append(3)
print(dd, dict(dd), dd['new'], dd.get('none'), len(dd), dd.default_factory is list)
n = defaultdict(int, {'q': 5}, r=6)
for c in 'hello':
    n[c] += 1
print(sorted(n.items()), defaultdict(lambda: 7)['k'], n.copy()['q'])
try:
    defaultdict(None)['missing']
except KeyError as e:
    print('KeyError', e)
try:
    defaultdict(3)
except TypeError as e:
    print(e)


class Default(defaultdict):
    def hello(self):
        return sorted(self)


x = Default(list, a=1)
x['b'].append(2)
print(x.hello(), x['b'], isinstance(x, defaultdict))

Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), p._fields, p._asdict(), p._replace(x=5), Point._make([7, 8]), Point(*[3, 4]), hash(p) == hash((1, 2)))
a, b = p
print(a, b, isinstance(p, tuple), Point.__name__, sorted([Point(2, 1), Point(1, 5)]), max(p), '%d %d' % p, Point._fields)
Q = namedtuple('Q', 'a b c', defaults=[10, 20])
print(Q(1), Q(1, 2), Q(1, c=3), namedtuple('R', 'a, b')(1, 2), namedtuple('S', 'x class', rename=True)(1, 2))


class Vector(namedtuple('Vector', 'x y')):
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


v = Vector(3, 4)
print(v, v.length(), v + v, v._replace(y=0), isinstance(v, Vector), type(v).__mro__[1].__name__)
for f in [lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: p.z, lambda: setattr(p, 'x', 3), lambda: namedtuple('B', 'a a'), lambda: namedtuple('B', '_x'), lambda: namedtuple('B', 'def'), lambda: Point._make([1]), lambda: Point(1, 2, x=3)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

c = Counter('abracadabra')
print(c, c['a'], c['zzz'], c.most_common(2), c.most_common(), sorted(c.elements()), len(c), sum(c.values()))
c.update('aaa')
c.update({'b': 10})
c.subtract('r')
c['new'] += 1
print(c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5), Counter(a=3, b=1) & Counter(a=1, b=5), Counter(a=3) | Counter(a=1, b=2), Counter(), Counter([1, 2, 1]), dict(Counter('aab')))
del c['a']
print('a' in c, c['a'], Counter({'x': 0, 'y': -1}).most_common())

q = deque([1, 2, 3])
q.append(4)
q.appendleft(0)
print(q, len(q), q[0], q[-1], q.pop(), q.popleft(), q, list(q), 2 in q)
q.extend([5, 6])
q.extendleft([9, 8])
q.rotate(1)
print(q, q.index(5), q.count(5))
q.rotate(-2)
q.reverse()
q[1] = 'changed'
print(q, bool(deque()), deque('abc', maxlen=2), deque(maxlen=3).maxlen, deque([1]) == deque([1]), [i for i in q])
m = deque(maxlen=3)
for i in range(5):
    m.append(i)
m.appendleft(99)
print(m, m.maxlen, m.copy())
q.remove(5)
q.insert(1, 'in')
q.clear()
print(q, deque(range(3)))
for f in [lambda: deque().pop(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque([1], -1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
from collections import abc
print([isinstance(v, abc.Iterable) for v in ([], 'a', 3, {}, iter([]), q)], isinstance({}, abc.Mapping), isinstance([], abc.Sequence), isinstance(len, abc.Callable), isinstance((), abc.Hashable), isinstance([], abc.Hashable))
print(collections.OrderedDict is OrderedDict)
