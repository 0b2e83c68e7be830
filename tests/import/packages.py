import helper
from pkg import alpha, VALUE
from pkg.inner import deep
import pkg.beta as b
from pkg.star import *
import ns.thing
print(helper.double(4), helper.__name__, alpha.f(3), VALUE, deep.g(2), b.NAME, shown, ns.thing.x)
print(__name__, b.__name__, b.__package__, pkg if 'pkg' in globals() else 'no pkg')
import circ_a
print(circ_a.fa(), circ_a.circ_b.fb())
try:
    from helper import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split('(')[0])
try:
    import pkg.missing
except ImportError as e:
    print(type(e).__name__, e)
try:
    import helper.sub
except ImportError as e:
    print(type(e).__name__, e)
try:
    from . import x
except ImportError as e:
    print(type(e).__name__, e)
try:
    import broken
except ZeroDivisionError as e:
    print('broken', e)
from pkg import *
print(sorted(n for n in dir() if not n.startswith('__')))
helper.fail(0)
