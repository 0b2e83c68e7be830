"""Habits from Python 2 that still run: object, %, dict.keys(), has_key by hand, reduce, cmp keys."""
from __future__ import absolute_import, division, print_function

import functools
import sys

try:
    unicode
except NameError:
    unicode = str
try:
    from itertools import izip
except ImportError:
    izip = zip
PY3 = sys.version_info[0] == 3
range_ = range if PY3 else xrange


class Old(object):
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __nonzero__(self):
        return bool(self.__dict__)

    __bool__ = __nonzero__

    def __cmp__(self, other):
        return (self.n > other.n) - (self.n < other.n)

    def next(self):
        return 42

    __next__ = next


print('%s %r %5.2f %03d%%' % ('text', unicode('u'), 3.14159, 7), 7 / 2, 7 // 2, isinstance(u'x', unicode))
d = dict(a=1, b=2)
keys = list(d.keys())
keys.sort()
print(keys, sorted(d.items(), key=lambda kv: -kv[1]), 'a' in d, list(izip('ab', range_(2))))
print(functools.reduce(lambda x, y: x * y, range_(1, 6), 1), list(map(lambda x: x + 1, [1, 2])))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: (b > a) - (b < a))))
print(bool(Old()), bool(Old(n=1)), next(Old()), sorted(vars(Old(x=1, y=2))))
try:
    Old(n=1) < Old(n=2)
except TypeError as e:
    print(e)
print(str(b'bytes'.decode('ascii')), 0o17, int('0777', 8), 10 ** 20, sys.maxsize > 2 ** 31, 1 if PY3 else 2)
