# One module is run once, whoever imports it; what it binds is shared.
import counter
from counter import bump, state
import counter as again
from pkg import alpha as first
import pkg.alpha
bump()
bump()
print(counter.count, state, again is counter, counter.state is state, first is pkg.alpha)
counter.count = 10
print(bump(), counter.__name__, counter.bump.__module__)


def late():
    from pkg.inner.deep import g
    import importlib
    return g(1), importlib.import_module('counter') is counter, importlib.import_module('.deep', 'pkg.inner').g is g


print(late())
print(__import__('pkg.inner').__name__, __import__('counter').count)


class Shelf(counter.Base):
    def name(self):
        return 'shelf ' + super().name()


print(Shelf().name(), isinstance(Shelf(), counter.Base), Shelf.__mro__[1].__module__)
import sys
print('counter' in sys.modules, 'pkg.inner.deep' in sys.modules, sys.modules['counter'] is counter)
