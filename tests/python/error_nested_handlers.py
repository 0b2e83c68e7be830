"""Where exceptions go: nested handlers, re-raising, replaced ones, loops, generators, order of finally."""
log = []


def risky(kind):
    log.append('start')
    try:
        try:
            if kind == 1:
                raise KeyError('k')
            if kind == 2:
                return 'early'
            if kind == 3:
                {}[0] = 1 if False else [][0]
            log.append('inner ok')
        except KeyError as e:
            log.append('inner KeyError')
            raise ValueError('from %s' % e)
        else:
            log.append('inner else')
        finally:
            log.append('inner finally')
    except ValueError as e:
        log.append('outer %s' % e)
        return 'handled'
    except LookupError:
        log.append('outer lookup')
        raise
    finally:
        log.append('outer finally')
    return 'end'


for kind in range(4):
    del log[:]
    try:
        result = risky(kind)
    except Exception as e:
        result = repr(e)
    print(kind, result, log)


def generator():
    try:
        for i in range(3):
            try:
                yield i
            except ValueError as e:
                yield 'caught %s' % e
    finally:
        log.append('generator done')


g = generator()
print(next(g), g.throw(ValueError('v')), next(g), list(g), log[-1])
for i in range(3):
    try:
        if i == 1:
            continue
        print('loop', i)
    finally:
        print('after', i)
else:
    print('else')
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 'text'
except TypeError as e:
    print(e)
e = 'kept'
try:
    1 / 0
except ZeroDivisionError as e:
    pass
try:
    e
except NameError:
    print('the name is gone')
