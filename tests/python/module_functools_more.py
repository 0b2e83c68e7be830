"""cached_property, partialmethod, singledispatch."""
from functools import partialmethod, singledispatch, total_ordering
import functools


class Data:
    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def total(self):
        print('computing')
        return sum(range(self.n))


d = Data(10)
print(d.total, d.total, d.__dict__)


class Light:
    state = None

    def set(self, value, loud=False):
        self.state = value
        if loud:
            print('now', value)

    on = partialmethod(set, 'on', loud=True)
    off = partialmethod(set, 'off')


lamp = Light()
lamp.on()
lamp.off()
print(lamp.state)


@singledispatch
def show(x):
    return 'something %r' % (x,)


@show.register(int)
def _(x):
    return 'int %d' % x


@show.register(list)
def _(x):
    return 'list of ' + ', '.join(show(i) for i in x)


print(show(3), show([1, 'a', [2]]), show(None), show(True), show.__name__)


@total_ordering
class Card:
    order = '23456789TJQKA'

    def __init__(self, rank):
        self.rank = rank

    def __eq__(self, other):
        return self.rank == other.rank

    def __gt__(self, other):
        return self.order.index(self.rank) > self.order.index(other.rank)

    def __repr__(self):
        return self.rank


print(sorted(map(Card, 'K3AT')), Card('2') <= Card('3'), Card('A') < Card('K'), Card('J') >= Card('J'))
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as e:
    print(e)
