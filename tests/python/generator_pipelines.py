# Generators as pipelines: each stage asks the one before, only when it is asked.
import itertools


def lines():
    for i, l in enumerate(['# config', 'name = Ann', '', 'age=30', 'bad line', 'tags = a,b,c']):
        print('read', i)
        yield l


def strip_comments(source):
    for line in source:
        line = line.split('#')[0].strip()
        if line:
            yield line


def pairs(source):
    for line in source:
        key, sep, value = line.partition('=')
        if not sep:
            print('skipped', repr(key))
            continue
        yield key.strip(), value.strip()


p = pairs(strip_comments(lines()))
print(next(p))
print(dict(p))


def coroutine(fn):
    def start(*args, **kw):
        c = fn(*args, **kw)
        next(c)
        return c
    return start


@coroutine
def printer(prefix):
    try:
        while True:
            x = yield
            print(prefix, x)
    except GeneratorExit:
        print(prefix, 'closed')


@coroutine
def broadcast(*targets):
    while True:
        x = yield
        for t in targets:
            t.send(x)


@coroutine
def grep(word, target):
    while True:
        line = yield
        if word in line:
            target.send(line)


a, b = printer('A'), printer('B')
g = grep('py', broadcast(a, b))
for text in ('python', 'ruby', 'pypy'):
    g.send(text)
a.close()
b.close()


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(itertools.islice(primes(), 10)), list(itertools.takewhile(lambda p: p < 30, primes())))


def windows(seq, n):
    it = iter(seq)
    w = tuple(itertools.islice(it, n))
    while len(w) == n:
        yield w
        nxt = next(it, None)
        if nxt is None:
            return
        w = w[1:] + (nxt,)


print(list(windows('abcde', 3)), list(windows('ab', 3)))
squares = (x * x for x in range(10) if x % 2)
print(next(squares), sum(squares), list(squares))
nested = ((i, j) for i in range(3) for j in range(i))
print(list(nested))
late = (x * k for x in (1, 2))
k = 10
print(list(late))
print(max((len(w), w) for w in 'the longest word wins'.split()), any(c.isdigit() for c in 'ab1'))
gen = (print('eval', i) or i for i in range(3))
print(2 in gen, list(gen))
x, *y = (c for c in 'xyz')
print(x, y)
