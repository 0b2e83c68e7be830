# except E, e; raise E, value; sys.exc_info; messages; classes of exceptions.
import sys
try:
    raise ValueError, "old form"
except ValueError, e:
    print e, repr(e), e.args, e.message, type(e)
try:
    raise KeyError('k')
except (IndexError, KeyError), e:
    print e, repr(e)
try:
    {}['missing']
except KeyError as e:
    print e, e.args
for f in (lambda: 1 / 0, lambda: 1.0 / 0, lambda: 5 % 0, lambda: [][1], lambda: undefined, lambda: int(None), lambda: len(5),
          lambda: (1).x, lambda: None + 1, lambda: 'a' * 'b', lambda: [] + (), lambda: 5(), lambda: iter(5), lambda: {}[[]]):
    try:
        f()
    except Exception, e:
        print type(e).__name__ + ':', e


class MyError(Exception):
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return repr(self.value)


try:
    raise MyError, 5
except MyError, (e):
    print e, e.value
try:
    raise MyError([1])
except StandardError, e:
    print 'standard', e
try:
    try:
        1 / 0
    except ZeroDivisionError:
        print sys.exc_info()[0], sys.exc_info()[1]
        raise
    finally:
        print 'finally'
except ArithmeticError, e:
    print 'again', e
try:
    assert 1 > 2, 'message'
except AssertionError, e:
    print e
try:
    raise
except TypeError, e:
    print e
else:
    print 'no'


def f(a, b):
    pass


for call in (lambda: f(), lambda: f(1), lambda: f(1, 2, 3), lambda: f(1, c=2), lambda: f(1, a=1)):
    try:
        call()
    except TypeError, e:
        print e
print ValueError, Exception, MyError, issubclass(ValueError, StandardError)
