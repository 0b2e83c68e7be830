"""One function for many kinds of values."""
from functools import singledispatch, total_ordering, cached_property


@singledispatch
def to_text(x):
    raise TypeError('no text for %s' % type(x).__name__)


@to_text.register(str)
def _(x):
    return '"%s"' % x


@to_text.register(int)
@to_text.register(float)
def _(x):
    return str(x)


@to_text.register(dict)
def _(x):
    return '{' + ', '.join('%s: %s' % (to_text(k), to_text(v)) for k, v in x.items()) + '}'


@to_text.register(list)
@to_text.register(tuple)
def _(x):
    return '[' + ', '.join(map(to_text, x)) + ']'


print(to_text({'a': [1, 2.5], 'b': ('x', True)}), to_text.dispatch(bool) is to_text.dispatch(int), sorted(t.__name__ for t in to_text.registry)[:3])
try:
    to_text(None)
except TypeError as e:
    print(e)


@total_ordering
class Money:
    def __init__(self, units, cents=0):
        self.units, self.cents = units, cents

    @cached_property
    def total(self):
        print('adding up')
        return self.units * 100 + self.cents

    def __eq__(self, other):
        return self.total == other.total if isinstance(other, Money) else NotImplemented

    def __le__(self, other):
        return self.total <= other.total if isinstance(other, Money) else NotImplemented


a, b = Money(1, 50), Money(1, 75)
print(a < b, a > b, a >= b, a != b, max(a, b).cents)
try:
    a < 3
except TypeError as e:
    print('TypeError', e)
