"""Primes in five ways, factors, perfect numbers, Goldbach, and twins."""
import itertools
import math


def sieve(n):
    flags = [True] * (n + 1)
    flags[:2] = [False, False]
    for i in range(2, int(math.sqrt(n)) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i, flag in enumerate(flags) if flag]


def endless():
    composites = {}
    for n in itertools.count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)


def factors(n):
    out, p = [], 2
    while p * p <= n:
        while n % p == 0:
            out.append(p)
            n //= p
        p += 1 + (p > 2)
    return out + [n] * (n > 1)


def is_prime(n):
    return n > 1 and all(n % i for i in itertools.takewhile(lambda i: i * i <= n, itertools.count(2)))


primes = sieve(200)
assert primes == list(itertools.takewhile(lambda p: p <= 200, endless()))
assert primes == [n for n in range(201) if is_prime(n)]
print(len(primes), primes[:10], primes[-3:], next(itertools.islice(endless(), 499, None)))
for n in (1, 2, 84, 97, 1001, 2 ** 16 + 1, 600851475143):
    print(n, '*'.join(map(str, factors(n))) or '-')
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print([(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2][:6])
print({n: next((p, n - p) for p in primes if n - p in primes) for n in (4, 28, 100)})
print(pow(3, 200, 13), math.gcd(84, 36), [n for n in range(1, 13) if math.gcd(n, 12) == 1])
