"""An inventory with names, amounts and prices; reports; orders that fail as a whole."""
from collections import namedtuple

Item = namedtuple('Item', 'name price amount')


class OutOfStock(LookupError):
    pass


class Inventory(object):
    def __init__(self, items=()):
        self._items = {item.name: item for item in items}

    def __getitem__(self, name):
        return self._items[name]

    def __iter__(self):
        return iter(sorted(self._items.values(), key=lambda i: (-i.price * i.amount, i.name)))

    def __contains__(self, name):
        return name in self._items and self._items[name].amount > 0

    def order(self, **wanted):
        for name, n in sorted(wanted.items()):
            if name not in self:
                raise OutOfStock('no %s' % name)
            if self[name].amount < n:
                raise OutOfStock('only %d %s' % (self[name].amount, name))
        for name, n in wanted.items():
            self._items[name] = self[name]._replace(amount=self[name].amount - n)
        return sum(self[name].price * n for name, n in wanted.items())

    @property
    def value(self):
        return sum(item.price * item.amount for item in self._items.values())


shop = Inventory([Item('pen', 1.5, 10), Item('book', 12.0, 2), Item('lamp', 30, 0)])
print(*shop, sep='\n')
print(shop.value, 'pen' in shop, 'lamp' in shop, 'cup' in shop)
for wanted in ({'pen': 3, 'book': 1}, {'book': 2}, {'lamp': 1}, {'pen': 1, 'cup': 1}, {}):
    try:
        print(sorted(wanted), '->', shop.order(**wanted))
    except OutOfStock as e:
        print(sorted(wanted), 'failed:', e, isinstance(e, LookupError))
print([item.amount for item in shop], shop.value, shop['pen'][1:], Item._fields)
try:
    shop['pen'].amount = 99
except AttributeError as e:
    print('AttributeError')
