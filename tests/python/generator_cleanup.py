# try, except and finally inside of generators; what close() and throw() reach.
log = []


def resource(name):
    log.append('open ' + name)
    try:
        for i in range(3):
            try:
                got = yield '%s%d' % (name, i)
                if got:
                    log.append('%s got %s' % (name, got))
            except LookupError as e:
                log.append('%s handled %s' % (name, type(e).__name__))
                yield 'recovered'
            else:
                log.append('%s step %d' % (name, i))
            finally:
                log.append('%s inner finally %d' % (name, i))
    except ValueError as e:
        log.append('%s outer %s' % (name, e))
        raise RuntimeError('wrapped') from e
    finally:
        log.append('close ' + name)


print(list(resource('a')), log)
log.clear()
g = resource('b')
print(next(g), g.send('x'), g.throw(KeyError('k')), next(g))
g.close()
print(log)
log.clear()
g = resource('c')
next(g)
try:
    g.throw(ValueError('bad'))
except RuntimeError as e:
    print(e, repr(e.__cause__), log)
log.clear()
g = resource('d')
g.close()
print(log, list(g))
g = resource('e')
for x in g:
    if x == 'e1':
        break
print(log)
g.close()
print(log)
log.clear()


def outer():
    try:
        yield from resource('f')
    except GeneratorExit:
        log.append('outer exit')
        raise
    finally:
        log.append('outer finally')


g = outer()
next(g)
g.close()
print(log)


def early():
    with_return = [1, 2, 3]
    for v in with_return:
        try:
            if v == 2:
                return 'early'
            yield v
        finally:
            log.append('f%d' % v)


log.clear()
g = early()
print(next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value, log)


def swallow():
    while True:
        try:
            yield 'going'
        except ZeroDivisionError:
            yield 'swallowed'


s = swallow()
print(next(s), s.throw(ZeroDivisionError), next(s), s.throw(ZeroDivisionError('again')), next(s))
try:
    s.throw(TypeError, 'other')
except TypeError as e:
    print(e, list(s))
try:
    s.throw(5)
except TypeError as e:
    print(e)
