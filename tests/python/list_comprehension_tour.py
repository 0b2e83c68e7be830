"""Comprehensions of all kinds: nested, conditional, in classes, with closures and scoping."""
n = 'outer'
squares = [n * n for n in range(6)]
print(n, squares, [x for x in squares if x % 2 == 0], {x % 4 for x in squares}, {x: chr(97 + x) for x in range(3)})
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print([v for row in matrix for v in row if v % 2], [[row[i] for row in matrix] for i in range(3)])
print([(a, b) for a in 'ab' for b in range(3) if b if a != 'b' or b > 1])
print([y for x in [3] for y in [x, x + 1]], sum(x for x in range(10) if x & 1), list((i, i ** 2) for i in (1, 2)))
functions = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in functions], [f() for f in bound])


class Table(object):
    size = 3
    cells = [0 for _ in range(size)]
    names = ['c%d' % i for i in range(3)]

    def squares(self):
        return [self.size * c for c in self.cells] + [type(self).__name__ for _ in range(1)]


print(Table.cells, Table.names, Table().squares())
words = 'the quick brown fox'.split()
print({w: len(w) for w in words if 'o' in w}, [w[::-1].title() for w in words], ' '.join(w[0].upper() + w[1:] for w in words))
print([c for c in 'a1b2' if c.isdigit()], [i if i % 2 else -i for i in range(5)], [[] for _ in range(2)])
flags = [bool(x) for x in (0, 1, '', 'a', [], [0], None, 0.0, {}, {1: 2})]
print(flags, any(flags), all(flags), sum(flags))
generator = (x for x in [1, 2, 3])
print(2 in generator, list(generator), 5 in generator)
print([x for x in range(20) if all(x % d for d in range(2, x)) and x > 1], [*range(3), *'ab'], [*{}])
print({(i, j): i - j for i in range(2) for j in range(2) if i != j}, {**{'a': 1}, 'b': 2, **{'a': 3}})
try:
    print([undefined for x in range(1)])
except NameError as e:
    print(e)
print([x for x, in [(1,), (2,)]], [a + b for a, (b, c) in [(1, (2, 3))]], [rest for _, *rest in ['abc', 'x']])
