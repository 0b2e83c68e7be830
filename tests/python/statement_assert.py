# assert with and without messages, with tuples, in functions, its exception.
assert True
assert 1 == 1, 'not shown'
for test, message in ((False, None), ([], 'empty'), (0, 0), (None, ('a', 'tuple')), ('', {'k': 1})):
    try:
        if message is None:
            assert test
        else:
            assert test, message
    except AssertionError as e:
        print(repr(e), e.args, str(e))


def positive(x):
    assert isinstance(x, (int, float)), 'a number, not %r' % (x,)
    assert x > 0, f'{x} is not positive'
    return x


for v in (1, -1, 'a', 2.5, None, (1,)):
    try:
        print(positive(v))
    except AssertionError as e:
        print('AssertionError:', e)


def side():
    print('evaluated')
    return 'message'


assert True, side()
try:
    assert False, side()
except AssertionError as e:
    print(e)
try:
    assert 0, ValueError('as message')
except AssertionError as e:
    print(repr(e.args[0]))
try:
    raise AssertionError
except AssertionError as e:
    print(repr(e), str(e) == '')
try:
    try:
        assert False, 'first'
    except AssertionError:
        assert False, 'second'
except AssertionError as e:
    print(e, '<-', e.__context__)
if __debug__:
    print('debug')


class Checked:
    def __init__(self, n):
        assert n, 'n is needed'
        self.n = n


try:
    Checked(0)
except AssertionError as e:
    print(e)
print(issubclass(AssertionError, Exception), AssertionError('x', 1).args)
