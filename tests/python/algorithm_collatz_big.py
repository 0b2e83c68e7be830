"""Integers without limits: factorials, Fibonacci, Collatz, powers, digits."""
import math


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def collatz(n):
    steps = [n]
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps.append(n)
    return steps


def isqrt(n):
    x = n
    while x * x > n:
        x = (x + n // x) // 2
    return x


def digits(n, base=10):
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(d)
    return out[::-1] or [0]


print(math.factorial(30), fibonacci(150), 2 ** 128 - 1)
print(sum(digits(math.factorial(100))), len(str(3 ** 1000)), sum(map(int, str(2 ** 1000))))
longest = max(range(1, 3000), key=lambda n: len(collatz(n)))
print(longest, len(collatz(longest)), max(collatz(27)))
print(isqrt(10 ** 40), isqrt(2 * 10 ** 60), digits(255, 16), digits(0), digits(2 ** 70, 1024))
print(-7 // 2, -7 % 2, divmod(-(10 ** 25), 7), (10 ** 25) // -(10 ** 12), 5 ** -2)
print(hex(2 ** 90), bin(2 ** 65)[:8], int('f' * 20, 16), (2 ** 100).bit_length(), ~(2 ** 66) & 0xffff)
print('%d %x %e' % (10 ** 20, 2 ** 70, 10 ** 20), '{:,}'.format(7 ** 30), float(10 ** 22), 10 ** 22 == 1e22)
print(1 << 80 >> 78, (2 ** 64 + 5) ^ 2 ** 64, 10 ** 18 * 10 ** 18, hash(2 ** 61 - 1), 2 ** 63 > 9.2e18)
