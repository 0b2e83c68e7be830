# Exceptions that built-in values raise, as objects.
def caught(f):
    try:
        f()
    except Exception as e:
        return type(e).__name__, e.args, str(e), repr(e)
for f in (lambda: [][0], lambda: {}['k'], lambda: {}[(1, 'x')], lambda: int('q'), lambda: 1 / 0, lambda: 'a'.foo, lambda: next(iter(())), lambda: [].remove(1),
          lambda: set().pop(), lambda: {}.popitem(), lambda: 'a' + 1, lambda: undefined, lambda: (1).__len__(), lambda: '{x}'.format(), lambda: '%(k)s' % {}):
    print(caught(f))
try:
    {}['missing']
except LookupError as e:
    print('lookup', e, e.args[0] == 'missing')
try:
    [1, 2, 3].index('x')
except ValueError as e:
    print(e)
try:
    try:
        [][5]
    except IndexError as e:
        raise KeyError('outer') from e
except KeyError as e:
    print(repr(e), repr(e.__cause__))
def f(items):
    try:
        return items[1]
    except (IndexError, KeyError) as e:
        return 'none: ' + str(e)
    finally:
        items += type(items)()
print(f([1]), f([1, 2]), f((1,)), f('ab'))
for bad in ('1x', '', None, [], '0x1', '1e5'):
    try:
        print(int(bad))
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
class Strict(dict):
    def __missing__(self, key):
        raise AttributeError('no %r here' % (key,))
try:
    Strict()['q']
except AttributeError as e:
    print(e)
assert [1] == [1], 'fine'
try:
    assert {} , ('tuple', 1)
except AssertionError as e:
    print(e.args)
