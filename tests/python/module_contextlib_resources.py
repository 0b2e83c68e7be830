"""Resources that are given back, whatever happens."""
from contextlib import contextmanager, closing, suppress

log = []


@contextmanager
def opened(name, fail=False):
    log.append('open ' + name)
    try:
        if fail:
            raise OSError('cannot open ' + name)
        yield name
    except ValueError as e:
        log.append('bad value in %s: %s' % (name, e))
        raise
    finally:
        log.append('close ' + name)


with opened('a') as a, opened('b') as b:
    log.append(a + b)
try:
    with opened('c'):
        raise ValueError('x')
except ValueError:
    log.append('handled')
try:
    with opened('d', fail=True):
        log.append('never')
except OSError as e:
    log.append(str(e))
print('\n'.join(log))


@contextmanager
def changed(obj, **attributes):
    old = {k: getattr(obj, k) for k in attributes}
    for k, v in attributes.items():
        setattr(obj, k, v)
    try:
        yield obj
    finally:
        for k, v in old.items():
            setattr(obj, k, v)


class Settings:
    debug, level = False, 1


with changed(Settings, debug=True, level=5):
    print(Settings.debug, Settings.level)
print(Settings.debug, Settings.level)
with suppress(ZeroDivisionError):
    1 / 0
gen = (x for x in range(3))
with closing(gen):
    print(next(gen))
print(list(gen))
