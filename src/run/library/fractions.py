# Fractions of integers, always in lowest terms, with a positive denominator.
import math
import numbers
import re

_FORMAT = re.compile(r'\s*([-+]?)(\d[\d_]*|(?=\.\d))(?:/(\d[\d_]*)|(?:\.(\d*))?(?:[eE]([-+]?\d+))?)\s*$')


def _parse(text):
    m = _FORMAT.match(text)
    if not m:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    sign, whole, below, part, exponent = m.groups()
    top, bottom = int(whole or '0'), int(below) if below else 1
    if part:
        top, bottom = top * 10 ** len(part) + int(part), 10 ** len(part)
    if exponent:
        power = int(exponent)
        top, bottom = (top * 10 ** power, bottom) if power >= 0 else (top, bottom * 10 ** -power)
    return (-top if sign == '-' else top), bottom


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                top, bottom = _parse(numerator)
            elif isinstance(numerator, (int, float, Fraction)):
                top, bottom = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            top = numerator.numerator * denominator.denominator
            bottom = numerator.denominator * denominator.numerator
        else:
            raise TypeError('both arguments should be Rational instances')
        if bottom == 0:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        shared = math.gcd(top, bottom)
        shared = -shared if bottom < 0 else shared
        self = object.__new__(cls)
        self._numerator, self._denominator = top // shared, bottom // shared
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float)):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(f)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction; the last one may be a step between two of them.
        p, q, next_p, next_q = 0, 1, 1, 0
        top, bottom = self._numerator, self._denominator
        while True:
            whole = top // bottom
            new_q = q + whole * next_q
            if new_q > max_denominator:
                break
            p, q, next_p, next_q = next_p, next_q, p + whole * next_p, new_q
            top, bottom = bottom, top - whole * bottom
        k = (max_denominator - q) // next_q
        far, near = Fraction(p + k * next_p, q + k * next_q), Fraction(next_p, next_q)
        return near if abs(near - self) <= abs(far - self) else far

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def _with(self, other, exact, inexact, turned=False):
        if isinstance(other, (int, Fraction)):
            a, b = (Fraction(other), self) if turned else (self, Fraction(other))
            return exact(a._numerator, a._denominator, b._numerator, b._denominator)
        if isinstance(other, (float, complex)):
            return inexact(other, float(self)) if turned else inexact(float(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._with(other, _add, lambda x, y: x + y)

    def __radd__(self, other):
        return self._with(other, _add, lambda x, y: x + y, True)

    def __sub__(self, other):
        return self._with(other, _subtract, lambda x, y: x - y)

    def __rsub__(self, other):
        return self._with(other, _subtract, lambda x, y: x - y, True)

    def __mul__(self, other):
        return self._with(other, _multiply, lambda x, y: x * y)

    def __rmul__(self, other):
        return self._with(other, _multiply, lambda x, y: x * y, True)

    def __truediv__(self, other):
        return self._with(other, _divide, lambda x, y: x / y)

    def __rtruediv__(self, other):
        return self._with(other, _divide, lambda x, y: x / y, True)

    def __floordiv__(self, other):
        return self._with(other, _floor, lambda x, y: x // y)

    def __rfloordiv__(self, other):
        return self._with(other, _floor, lambda x, y: x // y, True)

    def __mod__(self, other):
        return self._with(other, _modulo, lambda x, y: x % y)

    def __rmod__(self, other):
        return self._with(other, _modulo, lambda x, y: x % y, True)

    def __divmod__(self, other):
        return self._with(other, lambda *x: (_floor(*x), _modulo(*x)), divmod)

    def __rdivmod__(self, other):
        return self._with(other, lambda *x: (_floor(*x), _modulo(*x)), divmod, True)

    def __pow__(self, other):
        if not isinstance(other, (int, Fraction)):
            return float(self) ** other
        if other.denominator != 1:
            return float(self) ** float(other)
        n = other.numerator
        if n >= 0:
            return Fraction(self._numerator ** n, self._denominator ** n)
        return Fraction(self._denominator ** -n, self._numerator ** -n)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, int):
            return Fraction(other) ** self
        return other ** float(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return self.__ceil__() if self._numerator < 0 else self.__floor__()

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = 2 * rest - self._denominator
            return whole + (twice > 0 or (twice == 0 and whole % 2 == 1))
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = 2 ** 61 - 1
        if self._denominator % modulus == 0:
            size = 314159
        else:
            size = hash(abs(self._numerator)) * pow(self._denominator, -1, modulus) % modulus
        size = -size if self._numerator < 0 else size
        return -2 if size == -1 else size

    def __bool__(self):
        return self._numerator != 0

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return math.isfinite(other) and self == Fraction(other)
        return NotImplemented

    def _order(self, other, compare):
        if isinstance(other, (int, Fraction)):
            return compare(self._numerator * other.denominator, other.numerator * self._denominator)
        if isinstance(other, float):
            return self._order(Fraction(other), compare) if math.isfinite(other) else compare(0.0, other)
        return NotImplemented

    def __lt__(self, other):
        return self._order(other, lambda x, y: x < y)

    def __le__(self, other):
        return self._order(other, lambda x, y: x <= y)

    def __gt__(self, other):
        return self._order(other, lambda x, y: x > y)

    def __ge__(self, other):
        return self._order(other, lambda x, y: x >= y)

    @property
    def real(self):
        return Fraction(self)

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return Fraction(self)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _add(a, b, c, d):
    return Fraction(a * d + c * b, b * d)


def _subtract(a, b, c, d):
    return Fraction(a * d - c * b, b * d)


def _multiply(a, b, c, d):
    return Fraction(a * c, b * d)


def _divide(a, b, c, d):
    if c == 0:
        raise ZeroDivisionError(f'Fraction({(a > 0) - (a < 0)}, 0)')
    return Fraction(a * d, b * c)


def _floor(a, b, c, d):
    return a * d // (b * c)


def _modulo(a, b, c, d):
    return Fraction(a * d % (b * c), b * d)
