"""Scopes kept on a stack by context managers, as graph libraries do."""
import contextlib

_stack = []
_counts = {}


@contextlib.contextmanager
def name_scope(name):
    full = '/'.join(_stack + [name])
    n = _counts.get(full, 0)
    _counts[full] = n + 1
    _stack.append(name if n == 0 else '%s_%d' % (name, n))
    try:
        yield '/'.join(_stack) + '/'
    finally:
        _stack.pop()


def op(kind):
    full = '/'.join(_stack + [kind])
    n = _counts.get(full, 0)
    _counts[full] = n + 1
    return full if n == 0 else '%s_%d' % (full, n)


with name_scope('net') as s:
    print(s, op('add'), op('add'))
    with name_scope('layer'):
        print(op('mul'))
    with name_scope('layer') as inner:
        print(inner, op('mul'))
with name_scope('net'):
    print(op('add'), len(_stack))
try:
    with name_scope('bad'), name_scope('worse'):
        raise RuntimeError('/'.join(_stack))
except RuntimeError as e:
    print(e, _stack)
with contextlib.ExitStack() as stack:
    print([stack.enter_context(name_scope(n)) for n in ('x', 'y')], op('z'))
print(_stack, sorted(_counts.items())[:3])
