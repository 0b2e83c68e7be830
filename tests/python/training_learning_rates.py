"""Learning rate schedules as classes, functions, closures and generators."""
import itertools
import math


def step_decay(base, drop=0.5, every=10):
    def schedule(step):
        return base * drop ** (step // every)
    return schedule


class Exponential(object):
    def __init__(self, base, rate, steps, staircase=False):
        self.__dict__.update(locals())
        del self.__dict__['self']

    def __call__(self, step):
        p = step / self.steps
        return self.base * self.rate ** (math.floor(p) if self.staircase else p)


def warmup(schedule, steps):
    return lambda step: schedule(step) * min(1.0, (step + 1) / steps)


def cosine(base, total):
    for step in itertools.count():
        yield 0.5 * base * (1 + math.cos(math.pi * min(step, total) / total))


def piecewise(boundaries, values):
    assert len(values) == len(boundaries) + 1, 'one value more than boundaries'
    return lambda step: values[sum(step >= b for b in boundaries)]


schedules = [('step', step_decay(0.1)), ('exp', Exponential(0.1, 0.96, 10)),
             ('stairs', Exponential(0.1, 0.96, 10, staircase=True)),
             ('warmup', warmup(step_decay(1.0), 5)), ('pieces', piecewise([10, 20], [3, 2, 1]))]
for name, schedule in schedules:
    print('%-7s' % name, ' '.join('%.5f' % schedule(s) for s in (0, 3, 9, 10, 25)))
print('cosine ', ' '.join('%.5f' % r for r in itertools.islice(cosine(0.1, 5), 7)))
print(sorted(vars(schedules[1][1]).items()))
try:
    piecewise([1], [1])
except AssertionError as e:
    print('AssertionError:', e)
