"""Log messages on stdout, by level and logger."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s:%(name)s:%(lineno)d:%(funcName)s:%(message)s')
logging.debug('not shown')
logging.info('step %d of %d, loss %.3f', 3, 10, 0.12345)
logging.warning('careful')
log = logging.getLogger('model.layers')


def train():
    log.info('training')
    log.error('failed: %s', ['x'])


train()
log.setLevel(logging.ERROR)
log.warning('hidden')
log.critical('%(a)s-%(b)s', {'a': 1, 'b': 2})
print(log.getEffectiveLevel(), log.isEnabledFor(logging.INFO), logging.getLogger('model.layers') is log, log.parent.name, log)
print(logging.getLevelName(20), logging.getLevelName('DEBUG'), logging.getLogger(), logging.getLogger('model').handlers)
try:
    {}['key']
except KeyError:
    logging.error('lookup failed')
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('<{message}>', style='{'))
own = logging.getLogger('own')
own.addHandler(handler)
own.propagate = False
own.warning('through my handler')
own.info('and this')


class OnlyShort(logging.Filter):
    def filter(self, record):
        return len(record.getMessage()) < 6


handler.addFilter(OnlyShort())
own.warning('too long to pass')
own.warning('short')


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, self.format(record)))


collect = Collect()
own.addHandler(collect)
own.error('kept')
print(collect.records, own.hasHandlers(), handler)
logging.disable(logging.WARNING)
own.warning('x')
own.error('y')
