# Classic and new-style classes, __cmp__, __nonzero__, __unicode__, __metaclass__, slices of one's own.
class Old:
    tag = 'old'

    def __init__(self, x=1):
        self.x = x

    def __nonzero__(self):
        return self.x > 0

    def __cmp__(self, other):
        return cmp(self.x, getattr(other, 'x', other))

    def __unicode__(self):
        return u'unicode of Old'

    def __div__(self, other):
        return 'div by %s' % other

    def __getslice__(self, i, j):
        return i, j

    def __getitem__(self, k):
        return k


a, b = Old(1), Old(2)
print a < b, a == Old(1), a >= b, a != b, a == 1, a > 0, sorted([b, a])[0] is a, max(a, b).x, cmp(a, b)
print bool(a), bool(Old(0)), not Old(0), unicode(a), a / 3, a[1:2], a[::2], a[5], a['k']
print Old, Old.tag, a.__class__, isinstance(a, Old), Old.__name__
try:
    a.missing
except AttributeError, e:
    print e
try:
    Old.missing
except AttributeError, e:
    print e


class New(object):
    pass


try:
    New().missing
except AttributeError, e:
    print e
try:
    New.missing
except AttributeError, e:
    print e


class Meta(type):
    def __new__(mcs, name, bases, d):
        d['made_by'] = 'Meta for ' + name
        return type.__new__(mcs, name, bases, d)


class A(object):
    __metaclass__ = Meta

    def __init__(self):
        super(A, self).__init__()
        self._v = 0

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, n):
        self._v = n

    def next(self):
        self._v += 1
        if self._v > 3:
            raise StopIteration
        return self._v

    def __iter__(self):
        return self


class B(A):
    pass


print A.made_by, B.made_by, type(B), B.__bases__
i = B()
print list(i), i.v
i.v = 0
print i.next(), next(i), [x for x in i], x


class Base:
    def hello(self, name):
        return 'hello ' + name


class Derived(Base):
    def hello(self, name):
        return Base.hello(self, name) + '!'


print Derived().hello('you'), Derived().__class__.__name__, issubclass(Derived, Base)
try:
    Base.hello('no instance')
except TypeError, e:
    print 'TypeError'
