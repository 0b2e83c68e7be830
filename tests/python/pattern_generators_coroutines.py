"""Generators that talk: running averages, a scheduler of tasks, delegation, pipelines."""
from collections import deque


def coroutine(f):
    def start(*args):
        generator = f(*args)
        next(generator)
        return generator
    return start


@coroutine
def average():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count


def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return '%s done' % name


def supervise(*tasks):
    results = []
    queue = deque(tasks)
    while queue:
        current = queue.popleft()
        try:
            next(current)
        except StopIteration as stop:
            results.append(stop.value)
        else:
            queue.append(current)
    return results


def chain(*tasks):
    results = []
    for t in tasks:
        results.append((yield from t))
    return results


@coroutine
def printer(label):
    try:
        while True:
            print(label, (yield))
    except GeneratorExit:
        print(label, 'closed')


@coroutine
def tee(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


mean = average()
print([mean.send(v) for v in (10, 20, 60)])
print(supervise(task('a', 2), task('b', 3), task('c', 0)))
print(supervise(chain(task('x', 1), task('y', 1))))
a, b = printer('A'), printer('B')
both = tee(a, b)
both.send(1)
both.send([2])
b.close()
try:
    both.send(3)
except RuntimeError as e:
    print(e, '|', type(e.__cause__).__name__)
a.close()
g = task('late', 1)
try:
    g.send('too early')
except TypeError as e:
    print(e)
print(list(g), list(g))
