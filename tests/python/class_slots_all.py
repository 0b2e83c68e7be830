# __slots__: what can be set, inheritance, properties beside slots, defaults, errors.
class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def __repr__(self):
        return 'Point(%r, %r)' % (self.x, self.y)

    def __eq__(self, o):
        return (self.x, self.y) == (o.x, o.y)


p = Point(1, 2)
p.x += 10
print(p, p == Point(11, 2), hasattr(p, 'z'), hasattr(p, '__dict__'), Point.__slots__)
for action in ('set', 'get', 'dict', 'del', 'delagain', 'afterdel'):
    try:
        if action == 'set':
            p.z = 1
        elif action == 'get':
            p.z
        elif action == 'dict':
            p.__dict__
        elif action == 'afterdel':
            p.y
        else:
            del p.y
    except AttributeError as e:
        print(action, e)
p.y = 5
print(p, type(Point.x).__name__, repr(Point.x))


class Point3(Point):
    __slots__ = ('z',)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


q = Point3(1, 2, 3)
print(q.x, q.y, q.z, Point3.__slots__)
try:
    q.w = 1
except AttributeError as e:
    print(e)


class Open(Point):
    pass


o = Open(1)
o.anything = 'fine'
print(o.anything, o.__dict__, o)


class WithDict(Point):
    __slots__ = ('named', '__dict__')


w = WithDict(1)
w.named = 1
w.other = 2
print(w.__dict__, w.named)


class One:
    __slots__ = 'single'


s = One()
s.single = 1
print(s.single)
try:
    s.double = 2
except AttributeError as e:
    print(e)


class Private:
    __slots__ = ('__hidden', '_half')

    def __init__(self):
        self.__hidden = 'h'
        self._half = self.__hidden * 2


v = Private()
print(v._half, v._Private__hidden)


class Prop:
    __slots__ = ('_v',)
    kind = 'class attribute'

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, n):
        self._v = n * 2


r = Prop()
r.v = 4
print(r.v, r.kind)
try:
    r.kind = 'x'
except AttributeError as e:
    print(e)
try:
    class Clash:
        __slots__ = ('a',)
        a = 1
except ValueError as e:
    print(e)
try:
    class BadName:
        __slots__ = (1,)
except TypeError as e:
    print(e)
for cls in (Point, One):
    print(sorted(n for n in dir(cls) if not n.startswith('__')))
print([getattr(p, n) for n in Point.__slots__], {n: getattr(q, n) for c in type(q).__mro__ for n in getattr(c, '__slots__', ())})
import copy
c = copy.copy(p)
c.x = 0
print(p, c)
