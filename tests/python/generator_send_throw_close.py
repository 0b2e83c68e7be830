# The whole life of a generator: next, send, throw, close, return, and what is said of misuse.
def averager():
    total = count = 0
    average = None
    try:
        while True:
            try:
                term = yield average
            except ValueError as e:
                print('caught', e, type(e).__name__)
                term = 0
            if term is None:
                break
            total += term
            count += 1
            average = total / count
    finally:
        print('finally', count)
    return (count, average)


g = averager()
print(next(g), g.send(10), g.send(20))
print(g.throw(ValueError('bad')), g.throw(ValueError), g.throw(ValueError, 'two'))
try:
    g.send(None)
except StopIteration as e:
    print('stopped', e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print('again', e.value, e.args)

g = averager()
next(g)
g.close()
g.close()
try:
    g.throw(KeyError('after close'))
except KeyError as e:
    print('KeyError', e)

g = averager()
try:
    g.send(5)
except TypeError as e:
    print(e)
try:
    g.throw(IndexError('never begun'))
except IndexError as e:
    print(e)
print(list(g))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('no!')
            yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def polite():
    try:
        yield 1
    except GeneratorExit:
        print('bye')
        return 'lost'


p = polite()
next(p)
print(p.close())


def recursive():
    yield next(me)


me = recursive()
try:
    next(me)
except ValueError as e:
    print(e)


def leaks():
    yield 1
    raise StopIteration('inside')


l = leaks()
next(l)
try:
    next(l)
except RuntimeError as e:
    print(e, '|', repr(e.__cause__), e.__cause__ is e.__context__)


def converts():
    try:
        yield 1
    except KeyError as e:
        raise TypeError('converted') from e


c = converts()
next(c)
try:
    c.throw(KeyError('k'))
except TypeError as e:
    print(e, repr(e.__cause__))
print(type(g), g.__name__, averager.__name__, g.__qualname__)
