"""Context managers: timing with a fake clock, nesting, changing and restoring, suppressing."""
import contextlib


class Clock(object):
    now = 0

    def tick(self, n=1):
        self.now += n


class timed(object):
    def __init__(self, clock, name):
        self.clock, self.name = clock, name

    def __enter__(self):
        self.start = self.clock.now
        return self

    def __exit__(self, kind, value, traceback):
        self.elapsed = self.clock.now - self.start
        print('%s took %d%s' % (self.name, self.elapsed, ' and failed with ' + kind.__name__ if kind else ''))
        return kind is not None and issubclass(kind, ArithmeticError)


@contextlib.contextmanager
def changed(obj, **attributes):
    old = {name: getattr(obj, name) for name in attributes}
    vars(obj).update(attributes)
    try:
        yield old
    finally:
        vars(obj).update(old)


clock = Clock()
clock.step = 1
with timed(clock, 'outer') as outer, timed(clock, 'inner'):
    clock.tick(3)
with timed(clock, 'division'):
    1 / 0
print(outer.elapsed)
try:
    with changed(clock, step=10, now=1000) as old:
        print(clock.step, clock.now, sorted(old.items()))
        raise KeyError('inside')
except KeyError as e:
    print('restored:', clock.step, clock.now, e)
with contextlib.suppress(IndexError, KeyError):
    [][1]
    print('never')


@contextlib.contextmanager
def section(title, level=[0]):
    print('  ' * level[0] + '<%s>' % title)
    level[0] += 1
    yield level[0]
    level[0] -= 1
    print('  ' * level[0] + '</%s>' % title)


with section('a') as one:
    with section('b') as two:
        print('    text', one, two)
    with section('c'):
        pass
try:
    with 5:
        pass
except (AttributeError, TypeError) as e:
    print(type(e).__name__)
