# yield from: values, results, sent values, errors and close go through all levels.
def inner(tag):
    print(tag, 'begins')
    try:
        got = yield tag + '1'
        print(tag, 'got', got)
        got = yield tag + '2'
        print(tag, 'got', got)
    except ValueError as e:
        print(tag, 'handles', e)
        yield tag + ' recovered'
    finally:
        print(tag, 'ends')
    return tag + ' result'


def middle():
    a = yield from inner('a')
    print('middle has', a)
    b = yield from inner('b')
    print('middle has', b)
    return [a, b]


def outer():
    r = yield from middle()
    print('outer has', r)
    yield from [7, 8]
    yield from 'xy'
    yield from {1: 2}
    n = yield from range(2)
    print(n)
    return 'done'


g = outer()
print(next(g))
print(g.send('s1'), g.send('s2'))
print(g.throw(ValueError('boom')))
print(list(g))

g = outer()
next(g)
g.close()


class Counter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration('the value')
        self.n -= 1
        return self.n

    def throw(self, *a):
        print('Counter.throw', a[0] if isinstance(a[0], type) else type(a[0]))
        return 'thrown'

    def close(self):
        print('Counter.close')


def over(it):
    value = yield from it
    print('value', value)


print(list(over(Counter(2))))
g = over(Counter(5))
next(g)
print(g.throw(KeyError))
g.close()
g = over(iter([1, 2, 3]))
next(g)
try:
    g.send(1)
except AttributeError as e:
    print(e)
g = over(iter([1, 2, 3]))
next(g)
try:
    g.throw(KeyError('list has no throw'))
except KeyError as e:
    print('KeyError', e)


def flatten(x):
    if isinstance(x, list):
        for i in x:
            yield from flatten(i)
    else:
        yield x


print(list(flatten([1, [2, [3, [4], []], 5], [[[[6]]]]])))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)), sum(tree(8)))
try:
    list(over(5))
except TypeError as e:
    print(e)
