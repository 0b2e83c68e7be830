# Recursive algorithms: hanoi, queens, subsets, ackermann, edit distance, flood fill, expression trees.
def hanoi(n, a='A', b='B', c='C'):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)


print(len(hanoi(8)), hanoi(2))


def queens(n, row=0, cols=(), solutions=None):
    solutions = [] if solutions is None else solutions
    if row == n:
        solutions.append(cols)
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)):
            queens(n, row + 1, cols + (c,), solutions)
    return solutions


print(len(queens(6)), queens(4), queens(5)[0])


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3))


def combinations(items, k):
    if k == 0:
        return [[]]
    return [[items[i]] + rest for i in range(len(items)) for rest in combinations(items[i + 1:], k - 1)]


print(combinations('abcd', 2), len(combinations(range(6), 3)))


def distance(a, b, memo={}):
    if (a, b) not in memo:
        if not a or not b:
            memo[a, b] = len(a) + len(b)
        else:
            memo[a, b] = min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))
    return memo[a, b]


print(distance('kitten', 'sitting'), distance('', 'abc'), distance('same', 'same'))
grid = [list(r) for r in ('..#..', '.##..', '#....')]


def fill(y, x, mark):
    if not (0 <= y < len(grid) and 0 <= x < len(grid[0])) or grid[y][x] != '.':
        return 0
    grid[y][x] = mark
    return 1 + sum(fill(y + dy, x + dx, mark) for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)))


print(fill(0, 0, 'a'), fill(0, 4, 'b'), [''.join(r) for r in grid])


def evaluate(tree):
    if not isinstance(tree, tuple):
        return tree
    op, *args = tree
    values = [evaluate(a) for a in args]
    return {'+': lambda: sum(values), '*': lambda: values[0] * values[1], '-': lambda: -values[0]}[op]()


def show(tree):
    if not isinstance(tree, tuple):
        return str(tree)
    if len(tree) == 2:
        return tree[0] + show(tree[1])
    return '(' + (' %s ' % tree[0]).join(map(show, tree[1:])) + ')'


t = ('+', 1, ('*', 2, ('+', 3, 4, 5)), ('-', 6))
print(show(t), '=', evaluate(t))


def quicksort(l):
    if len(l) < 2:
        return l
    p, *rest = l
    return quicksort([x for x in rest if x < p]) + [p] + quicksort([x for x in rest if x >= p])


def mergesort(l):
    if len(l) < 2:
        return l
    m = len(l) // 2
    a, b = mergesort(l[:m]), mergesort(l[m:])
    out = []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b


data = [5, 2, 9, 1, 5, 6, -3, 0]
print(quicksort(data), mergesort(data), quicksort([]))


def binary(n):
    return str(n) if n < 2 else binary(n // 2) + str(n % 2)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def power(x, n):
    if n == 0:
        return 1
    half = power(x, n // 2)
    return half * half * (x if n % 2 else 1)


def palindrome(s):
    return len(s) < 2 or (s[0] == s[-1] and palindrome(s[1:-1]))


print(binary(37), gcd(84, 36), power(3, 13), palindrome('level'), palindrome('lever'))


def coins(amount, kinds):
    if amount == 0:
        return 1
    if amount < 0 or not kinds:
        return 0
    return coins(amount - kinds[0], kinds) + coins(amount, kinds[1:])


print(coins(50, (25, 10, 5, 1)))


def flatten(x, depth=-1):
    for i in x:
        if isinstance(i, (list, tuple)) and depth:
            yield from flatten(i, depth - 1)
        else:
            yield i


print(list(flatten([1, (2, [3, [4]])])), list(flatten([1, (2, [3, [4]])], 1)))
