"""Logging of scalars: levels, formats, a summary that is merged, running means."""
import sys


class Logger(object):
    LEVELS = ['DEBUG', 'INFO', 'WARN']

    def __init__(self, name, level='INFO', out=sys.stdout):
        self.name, self.level, self.out = name, level, out
        self.counts = dict.fromkeys(self.LEVELS, 0)

    def log(self, level, message, *args, **fields):
        self.counts[level] += 1
        if self.LEVELS.index(level) >= self.LEVELS.index(self.level):
            text = message % args if args else message
            tail = ''.join(' %s=%s' % (k, fields[k]) for k in sorted(fields))
            self.out.write('%s:%s: %s%s\n' % (level, self.name, text, tail))

    def __getattr__(self, name):
        level = name.upper()
        if level not in self.LEVELS:
            raise AttributeError(name)
        return lambda *args, **fields: self.log(level, *args, **fields)


class Mean(object):
    def __init__(self, decay=0.9):
        self.decay, self.value = decay, None

    def __iadd__(self, x):
        self.value = x if self.value is None else self.decay * self.value + (1 - self.decay) * x
        return self

    def __format__(self, spec):
        return 'none' if self.value is None else format(self.value, spec)


log, mean = Logger('train'), Mean()
log.debug('not shown')
log.info('starting')
log.info('%d %s left', 3, 'epochs', rate=0.1, batch=32)
print('{:.2f}'.format(mean))
for step, loss in enumerate([4.0, 2.0, 1.0, 8.0]):
    mean += loss
    log.info('step %d', step, loss='%.2f' % loss, mean='{:.3f}'.format(mean))
log.warn('loss went up')
try:
    log.fatal('x')
except AttributeError as e:
    print('no method', e)
print(log.counts)
