# Coroutines made of generators: a scheduler, a trampoline, a parser that is fed, an accumulator.
from collections import deque


def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name + ' done'


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.results = {}

    def add(self, name, coroutine):
        self.ready.append((name, coroutine))

    def run(self):
        while self.ready:
            name, c = self.ready.popleft()
            try:
                next(c)
            except StopIteration as e:
                self.results[name] = e.value
            else:
                self.ready.append((name, c))
        return self.results


s = Scheduler()
for name, n in (('A', 3), ('B', 1), ('C', 2)):
    s.add(name, task(name, n))
print(s.run())


def trampoline(g):
    stack, value = [g], None
    while stack:
        try:
            called = stack[-1].send(value)
            stack.append(called)
            value = None
        except StopIteration as e:
            stack.pop()
            value = e.value
    return value


def factorial(n):
    if n < 2:
        return 1
    return n * (yield factorial(n - 1))


def depth(n):
    return 0 if n == 0 else 1 + (yield depth(n - 1))


print(trampoline(factorial(20)), trampoline(depth(3000)))


def words():
    word, found = '', []
    while True:
        c = yield found
        found = []
        if c is None:
            return word
        if c.isspace():
            if word:
                found = [word]
            word = ''
        else:
            word += c


w = words()
next(w)
out = []
for c in 'feed me  one by one':
    out += w.send(c)
try:
    w.send(None)
except StopIteration as e:
    out.append(e.value)
print(out)


def running():
    stats = {'n': 0, 'sum': 0, 'max': None}
    while True:
        command = yield dict(stats)
        if isinstance(command, tuple):
            op, arg = command
            if op == 'add':
                stats['n'] += 1
                stats['sum'] += arg
                stats['max'] = arg if stats['max'] is None else max(arg, stats['max'])
        elif command == 'reset':
            stats.update(n=0, sum=0, max=None)


r = running()
next(r)
print(r.send(('add', 5)), r.send(('add', 3)), r.send('reset'), r.send(('add', -1)))


def ping(other, n):
    for i in range(n):
        reply = yield (other, 'ping %d' % i)
        print('got', reply)


def echo():
    message = yield
    while True:
        message = yield message.upper()


e = echo()
next(e)
p = ping(e, 2)
target, message = next(p)
try:
    while True:
        target, message = p.send(target.send(message))
except StopIteration:
    print('over')
