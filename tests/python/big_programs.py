# What people compute with long integers: Fibonacci, primes, pi, RSA, Collatz, perfect numbers.


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def is_prime(n):
    small = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    if n < 2 or any(n % p == 0 for p in small):
        return n in small
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in small:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def digits_of_pi(count):
    """Gibbons' spigot."""
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while count:
        if 4 * q + r - t < n * t:
            yield n
            count -= 1
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, n = q * k, (2 * q + r) * l, t * l, (q * (7 * k + 2) + r * l) // (t * l)
            k += 1
            l += 2


def extended(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended(b, a % b)
    return g, y, x - a // b * y


def collatz(n):
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n & 1 else n >> 1
        steps += 1
    return steps


def root(n, k):
    low, high = 0, 1 << (n.bit_length() // k + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** k <= n:
            low = middle
        else:
            high = middle - 1
    return low


f = fibonacci(300)
print(f, sum(map(int, str(f))), len(str(fibonacci(5000))))
print([p for p in range(60) if is_prime(p)], [p for p in range(2, 130) if is_prime(2 ** p - 1)])
print(''.join(map(str, digits_of_pi(60))))
p, q, e = 2 ** 89 - 1, 2 ** 107 - 1, 65537
g, x, y = extended(e, (p - 1) * (q - 1))
d = x % ((p - 1) * (q - 1))
message = int.from_bytes(b'attack at dawn', 'big')
secret = pow(message, e, p * q)
print(g, d, secret, pow(secret, d, p * q).to_bytes(14, 'big'))
print(collatz(27), collatz(2 ** 100 - 1), collatz(10 ** 20))
print([2 ** (p - 1) * (2 ** p - 1) for p in range(2, 62) if is_prime(p) and is_prime(2 ** p - 1)])
print(root(10 ** 60, 3), root(2 ** 101, 2), root(7 ** 90 - 1, 9))
table = {}
for i in range(60, 70):
    table[2 ** i] = 3 ** i
for key in sorted(table, reverse=True):
    print('%25d %35d %10.3e' % (key, table[key], table[key]))
