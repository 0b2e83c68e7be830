# Numbers with units: classes that derive from int and float, money in cents, durations, temperatures.
import functools


@functools.total_ordering
class Money:
    def __init__(self, amount, currency='EUR'):
        self.cents = amount if isinstance(amount, int) else round(float(amount) * 100)
        self.currency = currency

    @classmethod
    def parse(cls, text):
        number, _, currency = text.partition(' ')
        whole, _, part = number.replace(',', '').partition('.')
        sign = -1 if whole.startswith('-') else 1
        return cls(sign * (abs(int(whole)) * 100 + int((part + '00')[:2])), currency or 'EUR')

    def __str__(self):
        return '{}{:,}.{:02d} {}'.format('-' if self.cents < 0 else '', abs(self.cents) // 100, abs(self.cents) % 100, self.currency)

    def __repr__(self):
        return 'Money(%r, %r)' % (self.cents, self.currency)

    def _check(self, other):
        if not isinstance(other, Money):
            return False
        if other.currency != self.currency:
            raise ValueError('%s is not %s' % (other.currency, self.currency))
        return True

    def __add__(self, other):
        return Money(self.cents + other.cents, self.currency) if self._check(other) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __mul__(self, factor):
        return Money(round(self.cents * factor), self.currency)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self.cents == other.cents if isinstance(other, Money) and self._check(other) else NotImplemented

    def __lt__(self, other):
        return self.cents < other.cents if self._check(other) else NotImplemented

    def __hash__(self):
        return hash((self.cents, self.currency))

    def split(self, n):
        each, rest = divmod(self.cents, n)
        return [Money(each + (i < rest), self.currency) for i in range(n)]


class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError('%g is below absolute zero' % degrees)
        return super().__new__(cls, degrees)

    @property
    def fahrenheit(self):
        return self * 9 / 5 + 32

    def __str__(self):
        return '%.1f°C' % self

    def __add__(self, other):
        return type(self)(float(self) + other)


class Duration(int):
    def __str__(self):
        hours, rest = divmod(self, 3600)
        return '%d:%02d:%02d' % ((hours,) + divmod(rest, 60))

    def __add__(self, other):
        return Duration(int(self) + int(other))

    __radd__ = __add__


def human(n):
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(n) < 1024:
            return '%3.1f %s' % (n, unit)
        n /= 1024
    return '%.1f PiB' % n


a, b = Money.parse('1,234.5'), Money(99)
print(a, b, a + b, a * 1.19, 3 * b, [a, b], sum([a, b, b]), Money(-5), Money(19.99), Money('0.05'), a > b, a <= b, a == Money(123450), max(a, b), sorted([a, b]), len({a, Money(123450)}))
print([str(m) for m in Money(1000).split(3)], sum(Money(1000).split(7)) == Money(1000))
for bad in (lambda: a + 5, lambda: a + Money(1, 'USD'), lambda: a < 5, lambda: 5 + a, lambda: Celsius(-300), lambda: Celsius(1) + 'a', lambda: a < Money(1, 'USD')):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__ + ':', e)
t = Celsius(36.6)
print(t, repr(t), t.fahrenheit, t + 1, type(t + 1).__name__, t * 2, type(t * 2).__name__, t > 30, round(t), '%d' % t, f'{t:.2f} {t!s} {t}', [t], max(t, Celsius(40)))
d = Duration(3725)
print(d, repr(d), d + 60, 60 + d, str(sum([d, d])), d // 60, d > 3600, f'{d} {d:d} {d!s:>10}', '%s %d' % (d, d), [str(Duration(x)) for x in (0, 59, 3599, 86400)], d == 3725, {d: 1}[3725])
print([human(n) for n in (0, 1023, 1024, 1536, 10 ** 6, 2 ** 40, 2 ** 60)])
