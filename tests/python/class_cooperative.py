# Cooperative inheritance: keyword arguments that go up, mixins, abstract hooks, order of calls.
class Root:
    def __init__(self, **kw):
        assert not kw, sorted(kw)
        self.log = ['Root']

    def draw(self):
        assert not hasattr(super(), 'draw')
        return ['Root.draw']


class Shape(Root):
    def __init__(self, shapename, **kw):
        self.shapename = shapename
        super().__init__(**kw)
        self.log.append('Shape')

    def draw(self):
        return ['Shape.draw %s' % self.shapename] + super().draw()


class Colored(Root):
    def __init__(self, color='none', **kw):
        self.color = color
        super().__init__(**kw)
        self.log.append('Colored')

    def draw(self):
        return ['Colored.draw %s' % self.color] + super().draw()


class Both(Shape, Colored):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append('Both')


class Reverse(Colored, Shape):
    pass


b = Both(shapename='circle', color='red')
print(b.log, b.draw(), b.shapename, b.color)
r = Reverse(shapename='box')
print(r.log, r.draw(), [c.__name__ for c in Reverse.__mro__])
for bad in (lambda: Both(color='x'), lambda: Both(shapename='a', size=1)):
    try:
        bad()
    except (TypeError, AssertionError) as e:
        print(type(e).__name__, e)


class JsonMixin:
    def to_json(self):
        return '{%s}' % ', '.join('"%s": %s' % (k, self.quote(v)) for k, v in sorted(self.fields().items()))

    def quote(self, v):
        return '"%s"' % v if isinstance(v, str) else str(v)


class CompareMixin:
    def __lt__(self, o):
        return self.key() < o.key()

    def __eq__(self, o):
        return self.key() == o.key()

    __hash__ = None


class Item(JsonMixin, CompareMixin):
    def __init__(self, name, price):
        self.name, self.price = name, price

    def fields(self):
        return vars(self)

    def key(self):
        return self.price, self.name

    def __repr__(self):
        return '%s@%s' % (self.name, self.price)


items = [Item('b', 2), Item('a', 2), Item('c', 1)]
print(sorted(items), items[0].to_json(), Item('x', 1) == Item('x', 1), max(items), Item('a', 2) in items, items.index(Item('c', 1)))
try:
    {items[0]}
except TypeError as e:
    print(e)


class Template:
    steps = []

    def run(self):
        self.before()
        result = [getattr(self, 'step_' + s)() for s in self.steps]
        self.after(result)
        return result

    def before(self):
        print('before', type(self).__name__)

    def after(self, result):
        print('after', result)


class Report(Template):
    steps = Template.steps + ['head', 'body']

    def step_head(self):
        return 'HEAD'

    def step_body(self):
        return 'BODY'


class Long(Report):
    steps = Report.steps + ['foot']

    def step_foot(self):
        return 'FOOT'

    def after(self, result):
        super().after(len(result))


print(Report().run(), Long().run(), Template().run())


class A:
    def __init__(self):
        print('A')


class B(A):
    def __init__(self):
        print('B')
        super().__init__()


class C(A):
    def __init__(self):
        print('C')
        A.__init__(self)


class D(B, C):
    def __init__(self):
        print('D')
        super().__init__()


D()


class E(D):
    pass


class F(E):
    def __init__(self, *args):
        super(E, self).__init__(*args)


F()
print(isinstance(F(), (A, int)), issubclass(F, C), F.__init__ is not E.__init__, E.__init__ is D.__init__)
