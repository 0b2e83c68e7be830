"""A vending machine with an Enum of states and coins of several values."""
import enum


class State(enum.Enum):
    IDLE = 'idle'
    PAID = 'paid'
    EMPTY = 'empty'


class Vending(object):
    PRICES = {'tea': 120, 'coffee': 150, 'water': 80}

    def __init__(self, stock):
        self.stock = dict(stock)
        self.credit = 0

    @property
    def state(self):
        if not any(self.stock.values()):
            return State.EMPTY
        return State.PAID if self.credit else State.IDLE

    def insert(self, coin):
        if coin not in (10, 20, 50, 100, 200):
            raise ValueError('coin of %r' % coin)
        self.credit += coin

    def choose(self, drink):
        price = self.PRICES[drink]
        if not self.stock.get(drink):
            return 'no %s left' % drink
        if self.credit < price:
            return '%d more' % (price - self.credit)
        self.stock[drink] -= 1
        self.credit -= price
        return '%s, change %s' % (drink, self.change())

    def change(self):
        coins = []
        for coin in (200, 100, 50, 20, 10):
            while self.credit >= coin:
                self.credit -= coin
                coins.append(coin)
        return coins


machine = Vending({'tea': 1, 'coffee': 1, 'water': 0})
script = [('insert', 100), ('choose', 'tea'), ('insert', 50), ('choose', 'tea'), ('insert', 200),
          ('choose', 'tea'), ('choose', 'water'), ('insert', 3), ('choose', 'milk'),
          ('choose', 'coffee')]
for name, value in script:
    try:
        answer = getattr(machine, name)(value)
    except (ValueError, KeyError) as e:
        answer = repr(e)
    print('%-7s %-8r %-28s %s' % (name, value, answer, machine.state))
print(machine.state is State.EMPTY, State('idle').name, [s.value for s in State])
print(State.PAID, repr(State.PAID), State['IDLE'] == State.IDLE, State.IDLE in {State.IDLE: 1})
