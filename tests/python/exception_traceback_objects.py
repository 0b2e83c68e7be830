# What a program reads from an exception: type, value, line numbers, the chain of frames.
import sys
import traceback


def inner(n):
    return 10 / n


def outer(n):
    return inner(n) + 1


try:
    outer(0)
except ZeroDivisionError as e:
    kind, value, tb = sys.exc_info()
    print(kind is type(e), value is e, tb is not None, e.__traceback__.tb_lineno)
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        last, tb = tb, tb.tb_next
    print(last.tb_next)
print(sys.exc_info())


def where(e):
    tb = e.__traceback__
    names = []
    while tb is not None:
        names.append('%s:%d' % (tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return ' > '.join(names)


def reraise():
    try:
        outer('x')
    except TypeError as e:
        print(where(e))
        raise


try:
    reraise()
except TypeError as e:
    print(where(e))
    saved = e
print(where(saved), saved.__context__, saved.__cause__)
fresh = ValueError('never raised')
print(fresh.__traceback__, fresh.__context__)
try:
    raise fresh.with_traceback(saved.__traceback__)
except ValueError as e:
    print(where(e).split(' > ')[0], e is fresh)
