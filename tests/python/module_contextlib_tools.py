"""Context managers made from generators, and the ready-made ones."""
import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print('<%s>' % name)
    try:
        yield name.upper()
    except ValueError as e:
        print('caught', e)
    finally:
        print('</%s>' % name)


with tag('a') as t, tag('b'):
    print(t)
with tag('c'):
    raise ValueError('inside')


@tag('d')
def decorated(x):
    print('in function', x)


decorated(1)
with contextlib.suppress(KeyError, ZeroDivisionError):
    {}['x']
    print('never')


class Thing:
    def close(self):
        print('closed')


with contextlib.closing(Thing()):
    print('using')
with contextlib.ExitStack() as stack:
    for n in 'xyz':
        stack.enter_context(tag(n))
    stack.callback(print, 'callback', 1)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print('hidden')
print(repr(out.getvalue()))
with contextlib.nullcontext(5) as five:
    print(five)
try:
    with tag('e'):
        raise KeyError('k')
except KeyError as e:
    print('outside', e)
