"""Money as integers of cents: arithmetic, allocation without lost cents, exact sums."""


class Money(object):
    __slots__ = ('cents', 'currency')

    def __init__(self, amount, currency='EUR'):
        if isinstance(amount, str):
            whole, _, part = amount.partition('.')
            amount = int(whole) * 100 + int((part + '00')[:2]) * (-1 if whole.startswith('-') else 1)
        object.__setattr__(self, 'cents', amount)
        object.__setattr__(self, 'currency', currency)

    def __setattr__(self, name, value):
        raise AttributeError('%s cannot be changed' % type(self).__name__)

    def _check(self, other):
        if not isinstance(other, Money) or other.currency != self.currency:
            raise TypeError('cannot mix %s and %s' % (self.currency, getattr(other, 'currency', other)))
        return other

    def __add__(self, other):
        return Money(self.cents + self._check(other).cents, self.currency)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Money(-self.cents, self.currency)

    def __mul__(self, n):
        return Money(int(round(self.cents * n)), self.currency)

    def __eq__(self, other):
        return isinstance(other, Money) and (self.cents, self.currency) == (other.cents, other.currency)

    def allocate(self, *shares):
        total = sum(shares)
        parts = [self.cents * s // total for s in shares]
        for i in range(self.cents - sum(parts)):
            parts[i] += 1
        return [Money(p, self.currency) for p in parts]

    def __str__(self):
        sign = '-' if self.cents < 0 else ''
        return '%s%d.%02d %s' % ((sign,) + divmod(abs(self.cents), 100) + (self.currency,))


price = Money('19.99')
print(price, price * 3, price + Money(1), -price, price - Money('20'), Money('-0.5' if False else '-1.50'))
print(*Money('100.00').allocate(1, 1, 1), sep=' | ')
print(*map(str, Money('0.05').allocate(3, 7)))
print(sum([Money('0.10')] * 3), 0.1 + 0.1 + 0.1, sum([Money('0.10')] * 3) == Money('0.30'))
for wrong in (lambda: price + Money(1, 'USD'), lambda: price + 1, lambda: setattr(price, 'cents', 0),
              lambda: 5 + price, lambda: hash(price)):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
