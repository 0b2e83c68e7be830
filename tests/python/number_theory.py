# Number theory as courses have it: sieve, factors, gcd, perfect numbers, CRT, Roman numerals, digits.
import math
from functools import reduce


def sieve(n):
    flags = bytearray([1]) * (n + 1) if False else [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, f in enumerate(flags) if f]


def factors(n):
    found, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            found[p] = found.get(p, 0) + 1
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        found[n] = found.get(n, 0) + 1
    return found


def divisors(n):
    result = [1]
    for p, k in factors(n).items():
        result = [d * p ** i for d in result for i in range(k + 1)]
    return sorted(result)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def totient(n):
    return reduce(lambda t, p: t // p * (p - 1), factors(n), n)


def chinese(remainders):
    product = reduce(lambda a, b: a * b, remainders)
    total = 0
    for m, r in remainders.items():
        part = product // m
        total += r * part * pow(part, -1, m)
    return total % product


def roman(n):
    out = ''
    for value, letters in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):
        count, n = divmod(n, value)
        out += letters * count
    return out


def luhn(text):
    digits = [int(c) for c in text if c.isdigit()]
    odd, even = digits[-1::-2], digits[-2::-2]
    return (sum(odd) + sum(sum(divmod(2 * d, 10)) for d in even)) % 10 == 0


primes = sieve(120)
print(primes, len(sieve(5000)), sieve(2), sieve(1))
print(factors(360), factors(97), factors(2 ** 31 - 1), factors(600851475143), divisors(60), divisors(1))
print([n for n in range(2, 500) if sum(divisors(n)) == 2 * n], [(a, sum(divisors(a)) - a) for a in range(200, 300) if sum(divisors(sum(divisors(a)) - a)) - a == sum(divisors(a)) - a != a])
print([totient(n) for n in range(1, 20)], gcd(1071, 462), math.gcd(1071, 462), math.lcm(4, 6, 10), reduce(gcd, [48, 36, 120]))
print(chinese({3: 2, 5: 3, 7: 2}), chinese({11: 6, 13: 4, 17: 9}), pow(7, -1, 26), [pow(a, 10, 11) for a in range(1, 11)])
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], luhn('4539 1488 0343 6467'), luhn('8273 1232 7352 0569'))
print([n for n in range(1, 10000) if n == sum(int(c) ** len(str(n)) for c in str(n))], [n for n in range(10, 1000) if str(n * n).endswith(str(n))])
print([n for n in range(1, 60) if (lambda s: s == s[::-1])(bin(n)[2:])], sum(int(c) for c in str(2 ** 1000)), str(3 ** 200)[-10:])
print([[math.comb(n, k) for k in range(n + 1)] for n in range(7)], [math.comb(2 * n, n) // (n + 1) for n in range(12)], math.perm(5), math.perm(6, 2))
print([sum(1 for _ in iter(lambda s=[n]: s.__setitem__(0, 3 * s[0] + 1 if s[0] % 2 else s[0] // 2) or s[0], 1)) for n in range(2, 12)])
