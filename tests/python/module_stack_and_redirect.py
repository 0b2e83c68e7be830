"""ExitStack, redirected output, decorators from context managers."""
import contextlib
import io
import sys


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print('start')
        return self

    def __exit__(self, *exc):
        print('stop', exc[0])
        return False


@Timer()
def work(x):
    """Works."""
    return x * 2


print(work(4), work.__name__, work.__doc__)


class Res:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('open', self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print('close', self.name, kind and kind.__name__)
        return self.swallow


with contextlib.ExitStack() as stack:
    names = [stack.enter_context(Res(n)) for n in 'ab']
    stack.callback(print, 'bye', names, sep='-')
    print('inside')
with contextlib.ExitStack() as stack:
    stack.enter_context(Res('outer', swallow=True))
    stack.enter_context(Res('inner'))
    raise ValueError('v')
try:
    with contextlib.ExitStack() as stack:
        stack.push(Res('pushed'))
        raise KeyError('k')
except KeyError as e:
    print('escaped', e)
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    print('to out')
    print('to err', file=sys.stderr)
    sys.stdout.write('written\n')
print(repr(out.getvalue()), repr(err.getvalue()), sys.stdout is sys.__stdout__)


class Tee:
    def __init__(self, *files):
        self.files = files

    def write(self, text):
        for f in self.files:
            f.write(text)

    def flush(self):
        pass


log = io.StringIO()
old = sys.stdout
sys.stdout = Tee(old, log)
print('seen twice')
sys.stdout = old
print(repr(log.getvalue()))
