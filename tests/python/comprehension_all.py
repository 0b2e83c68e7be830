# Comprehensions of all kinds: several loops, conditions, targets, nesting, names, conditions inside.
print([x for x in range(5)], {x % 3 for x in range(7)}, {x: x * x for x in range(4)}, tuple(x for x in 'ab'))
print([(x, y) for x in range(3) for y in 'ab' if x != 1], [[i * j for j in range(1, 4)] for i in range(1, 3)])
print([x for x in range(30) if x % 2 if x % 3 == 0], [x if x % 2 else -x for x in range(5)])
print([y for x in [[1, 2], [3], []] for y in x], [c for w in 'hi you'.split() for c in w.upper() if c > 'H'])
print([a + b for a, b in zip([1, 2], [3, 4])], {k: v for k, v in {'a': 1}.items()}, [a for a, *b in [(1, 2, 3), (4,)]])
print({v: k for k, v in dict(a=1, b=2, c=1).items()}, sorted({w.lower() for w in ['A', 'a', 'B']}))
print([[row[i] for row in [[1, 2], [3, 4], [5, 6]]] for i in range(2)], [i for i in range(3) for i in range(i)])
x = 'outer'
r = [x for x in range(3)]
print(x, r, [x for _ in range(2)])
fs = [lambda: n for n in range(3)]
print([f() for f in fs], [f(2) for f in [lambda v, n=n: v * n for n in range(3)]])
print([(i, j, k) for i in range(2) for j in range(i, 2) for k in range(j, 2)])
primes = [n for n in range(2, 40) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
print(primes, sum(1 for p in primes if p % 4 == 1), max((p for p in primes if p < 20), default=None))
print(max((p for p in primes if p > 100), default='none'), any(p > 30 for p in primes), all([]), not any([]))
words = 'the quick brown fox jumps over the lazy dog the end'.split()
print({w: words.count(w) for w in sorted(set(words))}, {len(w): [v for v in words if len(v) == len(w)] for w in words})
print([print('side', i) for i in range(2)], [[] for _ in range(2)], [*range(3), *[9]], {**{'a': 1}, 'b': 2, **{'a': 3}})
print([(lambda y: y * 2)(x) for x in range(3)], [x for x in (1, 2, 3) if (lambda v: v > 1)(x)])
print([i for i, c in enumerate('banana') if c == 'a'], [s.strip() for s in ' a , b,c '.split(',')])
print(dict((k, v) for k, v in [('a', 1)]), list(map(str, (i for i in range(3)))), ''.join(c for c in 'a1b2' if c.isalpha()))


def outer(k):
    base = 10
    return [[base * i + j + k for j in range(2)] for i in range(2)], {base + k for _ in 'x'}, sum(base for _ in range(k))


print(outer(3))


class A:
    n = 3
    squares = [i * i for i in range(n)]
    pairs = [(i, j) for i in range(n) for j in 'x']
    try:
        broken = [n for _ in range(1)]
    except NameError as e:
        broken = str(e)


print(A.squares, A.pairs, A.broken)
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    [i for i in range(3) if undefined]
except NameError as e:
    print(e)
try:
    {[]: 1 for _ in 'a'}
except TypeError as e:
    print(e)
g = (i for i in undefined_later()) if False else (i * 2 for i in [1, 2])
print(next(g), list(g))
total = 0
print([total := total + v for v in [1, 2, 3]], total)
print([y for v in range(4) if (y := v * v) > 1], y, [z := 5, z + 1])
nested = [[[1, 2], [3]], [[4]]]
print([n for a in nested for b in a for n in b], [len(a) for a in nested], [[sum(b) for b in a] for a in nested])
transposed = [[r[i] for r in ([1, 2, 3], [4, 5, 6])] for i in range(3)]
print(transposed, list(zip(*transposed)))
print([(i, w) for i, w in enumerate(words) if w.startswith(('t', 'd')) and len(w) == 3])
print([*{3, 1, 2}] == sorted({3, 1, 2}), [not b for b in (True, False)], [None for _ in ''])
