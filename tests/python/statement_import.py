# import in all forms: names, aliases, submodules, inside of functions, missing modules and names.
import math
import math as m, os.path as osp, collections
import os.path
from math import pi, sqrt as root
from collections import (OrderedDict,
                         defaultdict as dd,)
print(math is m, pi == math.pi, root(16), osp is os.path, OrderedDict is collections.OrderedDict, dd(int)['x'])


def local():
    import json
    from math import floor
    return json.dumps([1]), floor(2.5)


print(local())
try:
    json
except NameError as e:
    print(e)
try:
    from math import no_such_name
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
try:
    math.nothing
except AttributeError as e:
    print(e)
if True:
    from functools import reduce
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]))


class WithImport:
    import string
    letters = string.ascii_lowercase[:3]


print(WithImport.letters, WithImport.string.digits)
print(math.__name__, type(math), __name__, [n for n in dir(math) if n.startswith('is')][:3])
import sys
print('math' in sys.modules, sys.modules['math'] is math)
for name in ('floor', 'ceil'):
    print(getattr(math, name)(1.5))
math.extra = 'added'
print(math.extra, hasattr(m, 'extra'))
del math.extra
print(hasattr(math, 'extra'))
try:
    from . import sibling
except ImportError as e:
    print(type(e).__name__)
__import__('os')
print(__import__('math').pi == pi)
