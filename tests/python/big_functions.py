# Functions and methods of integers beyond 64 bits.
import copy
import math
import operator
import random

a = 12345678901234567890123456789
b = -987654321098765432109876543210
print(a.bit_length(), b.bit_length(), (2 ** 64).bit_length(), (2 ** 64 - 1).bit_length(), a.bit_count())
print(a.numerator, a.denominator, a.real, a.imag, a.conjugate(), a.as_integer_ratio())
print((0.1).as_integer_ratio(), (1e300).as_integer_ratio(), (5e-324).as_integer_ratio())
print(a.__add__(1), a.__rsub__(1), (5).__mul__(a), a.__neg__(), a.__bool__(), a.__eq__(a), a.__lt__(5))
print(pow(3, 200, 10 ** 20), pow(3, -1, 11), pow(12345678901234567890, 98765432109876543210, 10 ** 18 + 9))
print(pow(3, 1000, -7 ** 30), pow(a, 0), pow(0, 0, 1), pow(-a, 3, 1000), pow(a, -1, 10 ** 30 + 57))
print(round(a, -10), round(b, -29), round(25 * 10 ** 20, -21), round(35 * 10 ** 20, -21), round(a, 5), round(a, -100))
print(round(15, -1), round(25, -1), round(-15, -1), round(9223372036854775807, -18), round(9223372036854775807, -19))
print(math.factorial(20), math.factorial(21), math.factorial(100))
print(math.gcd(a, b), math.gcd(2 ** 100, 6 ** 50), math.lcm(a, 15), math.lcm(4, 6), math.lcm(), math.gcd())
print(math.isqrt(a), math.isqrt(10 ** 60), math.comb(100, 50), math.comb(2 ** 70, 2), math.perm(30, 20), math.perm(25))
print(math.log(10 ** 400), math.log2(2 ** 2000), math.log10(10 ** 400), math.log(10 ** 400, 10), math.sqrt(10 ** 40))
print(math.floor(1e20), math.ceil(-1e22), math.trunc(1e19), math.prod(range(1, 30)), math.floor(a))
print(operator.mul(2 ** 40, 2 ** 40), operator.index(a), copy.copy(a), copy.deepcopy([a]))
print(hash(a), hash(b), hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(2 ** 64), hash(-2 ** 64 + 1))
print(hash(2 ** 70) == hash(2.0 ** 70), {2 ** 70: 'x'}[2.0 ** 70], {2 ** 70, 2.0 ** 70}, 2 ** 70 in [2.0 ** 70])
print([a, b].index(b), [a, a].count(a), (a, b) < (a, 0), a in {a: 1})

random.seed(5)
print(random.getrandbits(100), random.randint(0, 10 ** 30), random.randrange(10 ** 25, 10 ** 26, 7))
print(random.getrandbits(64), random.getrandbits(63), random.getrandbits(32), random.getrandbits(33), random.getrandbits(0))
print(random.randrange(2 ** 64), random.randrange(-2 ** 70, 2 ** 70), random.randrange(10, 0, -3), random.randint(1, 6))
random.seed(2 ** 100)
print(random.random(), random.randint(1, 6))
random.seed(-2 ** 100)
print(random.random())


class Big(int):
    def __repr__(self):
        return 'Big(%d)' % self


x = Big(2 ** 80)
print(x, [x], x + 1, type(x).__name__, type(x + 1).__name__, x == 2 ** 80, hash(x) == hash(2 ** 80), Big(5) + 2 ** 70)
