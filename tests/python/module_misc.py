from __future__ import absolute_import, division, print_function, unicode_literals
import abc
import argparse
import bisect
import enum
import heapq
import logging
import string
import time
import datetime
import types
import typing
import warnings
from typing import List, Dict, Optional

warnings.filterwarnings('ignore')
warnings.simplefilter('ignore')
with warnings.catch_warnings():
    warnings.warn('nothing')
logging.getLogger('tensorflow').setLevel(logging.ERROR)
logging.getLogger('x').info('not shown %d', 3)
print(logging.INFO, logging.getLogger('x') is logging.getLogger('x'))

parser = argparse.ArgumentParser(description='test')
parser.register('type', 'bool', lambda v: v.lower() == 'true')
parser.add_argument('--data-dir', type=str, default='/tmp/data', help='where')
parser.add_argument('--lr', type=float, default='0.01')
parser.add_argument('-n', '--num', type=int, default=5, choices=[5, 6])
parser.add_argument('--flag', action='store_true')
parser.add_argument('--no', dest='yes', action='store_false')
parser.add_argument('--b', type='bool', default=True)
parser.add_argument('--many', action='append')
parser.set_defaults(extra='e')
args, unparsed = parser.parse_known_args([])
print(args, unparsed, args.lr, vars(args)['num'], args.data_dir, hasattr(args, 'nope'), 'lr' in args)
print(parser.parse_args(['--lr', '2', '-n', '6', '--flag', '--no', '--data-dir=x', '--many', 'a', '--many', 'b']))
print(parser.parse_known_args(['--unknown', '-n', '5']), argparse.Namespace(a=1) == argparse.Namespace(a=1))


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def nice(self):
        return self.name.lower()


print(Color.RED, repr(Color.GREEN), Color(2), Color['RED'], list(Color), Color.CRIMSON is Color.RED, Color.RED == Color.GREEN, Color.RED.value, Color.GREEN.nice(), len(Color), isinstance(Color.RED, Color), Color.RED in Color, {Color.RED: 'r'}[Color.RED], Color.__members__['GREEN'])
for f in [lambda: Color(9), lambda: Color['X']]:
    try:
        f()
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)


class Auto(enum.Enum):
    A = enum.auto()
    B = enum.auto()


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2


print(Auto.B.value, Number.ONE + 1, Number.TWO > Number.ONE, Number(2) == 2, [1, 2, 3][Number.ONE], repr(Number.TWO))


class Base(abc.ABC):
    @abc.abstractmethod
    def go(self):
        pass

    def common(self):
        return 'common ' + self.go()


class Impl(Base):
    def go(self):
        return 'went'


print(Impl().common(), isinstance(Impl(), Base))
class Half(Base):
    pass


for cls in (Base, Half):
    try:
        cls()
    except TypeError as e:
        print(str(e).replace('methods', 'method'))
print(string.ascii_lowercase, string.digits, string.punctuation, len(string.printable))
l = [1, 3, 5]
bisect.insort(l, 4)
print(l, bisect.bisect(l, 3), bisect.bisect_left(l, 3))
h = [5, 1, 4, 2, 3]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, [heapq.heappop(h) for _ in range(3)], h, heapq.nlargest(2, [1, 9, 5]), heapq.nsmallest(2, [3, 1, 2], key=lambda x: -x))
t = time.time()
time.sleep(0)
print(time.time() > t, isinstance(time.time(), float), time.gmtime(0)[:6], time.strftime('%Y-%m-%d %H:%M:%S %j %a %B', time.gmtime(86400 * 365)), time.asctime(time.gmtime(0)))
d = datetime.datetime(2017, 3, 5, 14, 7, 9)
print(d, repr(d), d.strftime('%d/%m/%y %I:%M %p'), d.isoformat(), d + datetime.timedelta(days=30, hours=11), d - datetime.datetime(2017, 1, 1), d.weekday(), d.year, d.date(), datetime.date(2020, 2, 29), d.replace(year=2000), d < datetime.datetime(2018, 1, 1))
print(datetime.timedelta(days=1, seconds=3661), repr(datetime.timedelta(hours=25)), datetime.timedelta(minutes=1.5).total_seconds(), datetime.timedelta(seconds=-1), datetime.timedelta(days=2) / 4, datetime.timedelta(seconds=90) * 2, '{:%Y}'.format(d))
try:
    datetime.date(2021, 2, 29)
except ValueError as e:
    print(e)


def typed(x: List[int], y: Optional[Dict[str, int]] = None) -> 'typing.Any':
    return len(x)


print(typed([1]), isinstance(typed, types.FunctionType), typing.cast(int, 'a'), types.SimpleNamespace(a=1).a)
