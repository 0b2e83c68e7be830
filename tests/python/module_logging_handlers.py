"""Loggers, handlers and levels."""
import io
import logging

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter('%(name)s|%(levelname)-8s|%(message)s'))
log = logging.getLogger('app')
log.setLevel(logging.DEBUG)
log.propagate = False
log.addHandler(handler)
child = logging.getLogger('app.db')
child.info('connected to %s', 'memory')
log.debug('value=%r', {'a': 1})
handler.setLevel(logging.ERROR)
child.warning('not written')
child.error('written')
log.log(logging.CRITICAL, 'last %s', 'words')
print(stream.getvalue(), end='')
print(child.parent is log, child.getEffectiveLevel(), logging.getLevelName(logging.WARNING), log.handlers == [handler], log.isEnabledFor(5))


class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


stream.truncate(0)
stream.seek(0)
handler.setLevel(0)
handler.setFormatter(Upper('%(levelname)s: %(message)s'))
try:
    [].pop()
except IndexError:
    log.error('failed')
adapter = logging.LoggerAdapter(log, {'user': 'ann'})
adapter.info('adapted')
log.removeHandler(handler)
log.addHandler(logging.NullHandler())
log.error('nowhere')
print(stream.getvalue(), end='')
