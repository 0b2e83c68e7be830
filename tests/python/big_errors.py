# Integers beyond 64 bits where something smaller is wanted: the errors, in Python's words.
import math
import random
import sys


class Index:
    def __index__(self):
        return 2 ** 70

    def __int__(self):
        return 2 ** 71

    def __float__(self):
        return 1.5


class Hash:
    def __hash__(self):
        return 2 ** 70


class Length:
    def __len__(self):
        return 2 ** 70


numbers = [1, 2, 3]
cases = [
    lambda: numbers[2 ** 70], lambda: (1, 2)[2 ** 70], lambda: 'ab'[-2 ** 70], lambda: b'ab'[2 ** 70],
    lambda: numbers[-2 ** 70:2 ** 70], lambda: 'abc'[2 ** 70:], lambda: 'abc'.find('b', -2 ** 70, 2 ** 70),
    lambda: numbers * 2 ** 70, lambda: 'ab' * 2 ** 70, lambda: numbers.pop(2 ** 70), lambda: numbers.__setitem__(2 ** 70, 1),
    lambda: numbers * -2 ** 70, lambda: 'ab'.ljust(2 ** 70), lambda: chr(2 ** 70), lambda: bytes(2 ** 70),
    lambda: 2 ** 70 in b'abc', lambda: '%c' % 2 ** 70, lambda: '{:c}'.format(2 ** 70), lambda: '{:.2d}'.format(2 ** 70),
    lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: 10 ** 400 / 3, lambda: math.exp(10 ** 400),
    lambda: '%.3f' % 10 ** 400, lambda: 2 ** 70 // 0, lambda: 2 ** 70 % 0, lambda: 2 ** 70 / 0, lambda: divmod(2 ** 70, 0),
    lambda: 1 << -1, lambda: 2 ** 70 << -1, lambda: 2 ** 70 >> -2 ** 70, lambda: pow(2, 2 ** 70, 0),
    lambda: pow(2, -1, 4), lambda: pow(2 ** 70, -1, 2 ** 71), lambda: pow(2 ** 70, 2, 1.5), lambda: 2 ** 70 + 'a',
    lambda: (2 ** 70).to_bytes(8, 'big'), lambda: (-2 ** 70).to_bytes(20, 'big'), lambda: int.from_bytes('ab', 'big'),
    lambda: math.factorial(-2 ** 70), lambda: math.factorial(2 ** 70), lambda: math.log(-2 ** 70), lambda: math.log(0),
    lambda: math.isqrt(-2 ** 70), lambda: math.comb(5, 2 ** 70), lambda: math.comb(-2 ** 70, 2), lambda: math.perm(2 ** 70, 2 ** 69),
    lambda: random.randint(2 ** 70, 5), lambda: random.randrange(0), lambda: random.randrange(-2 ** 70),
    lambda: random.randrange(1, 2 ** 70, 0), lambda: random.getrandbits(-1), lambda: round(2.5, 2 ** 70), lambda: round(2 ** 70, 2 ** 70),
    lambda: int(Index()), lambda: hex(Index()), lambda: float(Index()), lambda: numbers[Index()], lambda: '%x' % Index(),
    lambda: '%d' % Index(), lambda: 5 + Index(), lambda: hash(Hash()), lambda: len(Length()), lambda: int(float('nan')),
    lambda: str(10 ** 4300)[:5], lambda: str(10 ** 4299)[:5], lambda: int('1' * 5000), lambda: len(hex(10 ** 5000)),
    lambda: '%d' % 10 ** 5000, lambda: '{:d}'.format(-10 ** 5000), lambda: len('{:x}'.format(10 ** 5000)), lambda: int('f' * 5000, 16) % 1000,
]
for case in cases:
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__ + ':', e)
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)))
