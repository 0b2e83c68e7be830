# Causes and contexts, finally with return and break, re-raising, else, nested handlers.
import sys


def f():
    try:
        {}['a']
    except KeyError as e:
        raise ValueError('bad value') from e


def g():
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError('during')


def h():
    try:
        f()
    except ValueError:
        raise OSError('hidden') from None


for fn in (f, g, h):
    try:
        fn()
    except Exception as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def finally_returns():
    try:
        raise KeyError('lost')
    finally:
        return 'finally wins'


def finally_order(x):
    try:
        print('try')
        if x:
            raise ValueError(x)
        return 'from try'
    except ValueError as e:
        print('except', e)
        return 'from except'
    else:
        print('else')
    finally:
        print('finally')


def loop_finally():
    out = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append('f%d' % i)
    else:
        out.append('else')
    return out


print(finally_returns(), finally_order(0), finally_order(1), loop_finally())


def nested():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            try:
                raise KeyError(2)
            except KeyError as k:
                print(repr(k.__context__), sys.exc_info()[0].__name__)
            print(sys.exc_info()[0].__name__)
            raise
    except ValueError as v:
        print('outer', v, v.__context__)
    print(sys.exc_info())


nested()
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    raise ValueError from KeyError
except ValueError as e:
    print(repr(e.__cause__))


class MyError(Exception):
    def __init__(self, code, msg='default'):
        super().__init__(msg)
        self.code = code

    def __str__(self):
        return '[%d] %s' % (self.code, self.args[0])


try:
    raise MyError(7)
except (KeyError, MyError) as e:
    print(e, e.args, repr(e), e.code)
try:
    try:
        raise MyError(1)
    except MyError as e:
        e.code = 9
        raise
except MyError as e:
    print(e.code)
try:
    print(e)
except NameError as err:
    print(err)
try:
    raise Exception('a', 1, None)
except Exception as x:
    print(x, x.args, repr(x))
try:
    try:
        raise ValueError
    except TypeError:
        print('no')
except ValueError as x:
    print(repr(x), str(x) == '')
for kind in (ValueError, (KeyError, ZeroDivisionError), ArithmeticError, LookupError, BaseException):
    try:
        1 / 0
    except kind:
        print('by', kind)
        break
    except Exception as e:
        print('other', e)
try:
    try:
        1 / 0
    except 'text':
        pass
except TypeError as e:
    print(e)
