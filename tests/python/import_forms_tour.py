"""Imports in all forms: as, from, inside functions, failing ones, modules as values, __name__."""
import collections as c
import math, os.path
import os
from math import floor, pi as PI, sqrt
from functools import (partial,
                       reduce)


def lazily():
    import json
    from itertools import count as counting
    return json.dumps(next(counting(3)))


try:
    from math import no_such_name
except ImportError as e:
    print(str(e).split(' (')[0])
try:
    import cPickle as pickle
except ImportError:
    pickle = None
print(lazily(), PI == math.pi, floor(2.7), sqrt(16), c.Counter('aab')['a'], reduce(lambda a, b: a + b, [1, 2]), partial(pow, 2)(3))
print(__name__, math.__name__, pickle, os.path.join('a', 'b', '/c', 'd'), os.path.basename('/x/y.txt'), os.path.splitext('m.ckpt-1.meta'))
try:
    json
except NameError as e:
    print(e)
modules = {m.__name__: m for m in (math, c, os)}
print(sorted(modules), getattr(modules['math'], 'gcd')(12, 18), hasattr(math, 'nothing'), type(math).__name__)
try:
    math.nothing
except AttributeError as e:
    print(e)
if __name__ == '__main__':
    print('main', os.sep, os.path.dirname('a/b/c'), os.path.normpath('a/./b/../c'), os.path.isabs('/x'), os.getcwd() != '')
