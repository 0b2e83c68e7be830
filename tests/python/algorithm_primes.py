# Lists as tables: sieve, greatest common divisor, Fibonacci, collatz.
n = 100
sieve = [True] * (n + 1)
sieve[0] = sieve[1] = False
for i in range(2, int(n ** 0.5) + 1):
    if sieve[i]:
        sieve[i * i::i] = [False] * len(sieve[i * i::i])
print([i for i, p in enumerate(sieve) if p])
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print([gcd(a, b) for a, b in ((48, 18), (17, 5), (0, 9), (-12, 8), (2 ** 40, 2 ** 35 * 3))])
fib = [0, 1]
while fib[-1] < 10 ** 6:
    fib.append(fib[-1] + fib[-2])
print(fib, sum(fib), max(fib), fib[-1] / fib[-2])
def collatz(n):
    steps = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps.append(n)
    return steps
print(max(range(1, 30), key=lambda n: len(collatz(n))), collatz(7))
triangle = [[1]]
for _ in range(8):
    row = triangle[-1]
    triangle.append([1] + [a + b for a, b in zip(row, row[1:])] + [1])
for row in triangle:
    print(' '.join('%3d' % v for v in row).center(40).rstrip())
def base(n, b):
    digits = ''
    while n:
        n, d = divmod(n, b)
        digits = '0123456789abcdef'[d] + digits
    return digits or '0'
print([base(255, b) for b in (2, 8, 10, 16)], base(0, 2), int(base(12345, 7), 7))
a = 1.0
for _ in range(6):
    a = (a + 2 / a) / 2
    print('%.15f' % a, abs(a * a - 2) < 1e-10)
