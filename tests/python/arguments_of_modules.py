# What arguments other than the defaults change in standard modules.
import base64
import io
import logging
import pickle
import pprint
import random
import sys
import textwrap
import traceback
import unittest
import warnings

try:
    1 / 0
except ZeroDivisionError:
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue() == traceback.format_exc(), out.getvalue().splitlines()[-1])

print(base64.b16decode('0aff', casefold=True), base64.b16decode(b'0AFF'))
try:
    base64.b16decode('0aff')
except ValueError as e:
    print(type(e).__name__, e)

for bad in (('x', '%'), ('{}'[:0] + 'x', '{'), ('x', '$')):
    try:
        logging.Formatter(*bad[:1], style=bad[1])
    except ValueError as e:
        print(e)
print(logging.Formatter('x', validate=False).format(logging.makeLogRecord({'msg': 'm'})))
print(logging.Formatter('%(message)-5s|').format(logging.makeLogRecord({'msg': 'm'})))

log = logging.getLogger('a')
out = io.StringIO()
log.addHandler(logging.StreamHandler(out))
try:
    {}['k']
except KeyError as e:
    log.error('one', exc_info=e)
    log.error('two', exc_info=sys.exc_info())
    log.error('three', exc_info=False)
print([line for line in out.getvalue().splitlines() if not line.startswith(' ')])


class Case(unittest.TestCase):
    def runTest(self):
        self.assertNotAlmostEqual(1, 2, delta=0.5)
        with self.subTest('part', i=1):
            self.assertTrue(True)
        try:
            self.assertNotAlmostEqual(1, 1.25, delta=0.5)
        except AssertionError as e:
            print(e)


Case().runTest()
print(pickle.loads(pickle.dumps({'a': (1, 2.5)}, protocol=0)), pickle.loads(pickle.dumps([1], 2), encoding='latin1'))
pprint.pprint({'b': 1, 'a': [1, 2]}, sort_dicts=False, width=10)
print(textwrap.fill('one two three', width=7, fix_sentence_endings=False))
print(random.Random(3).sample(range(10), 3), b'a,b,c'.split(b','), b'aab'.replace(b'a', b'x'))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.filterwarnings('ignore', message='x', category=UserWarning)
print(repr(io.StringIO(newline='').getvalue()), io.StringIO(newline='\n').getvalue() == '', io.StringIO('a\r\nb', newline='').read() == 'a\r\nb')
print(io.StringIO(initial_value='a').read(), io.BytesIO(initial_bytes=b'b').read())
try:
    textwrap.wrap('a b c d', 3, max_lines=2)
except ValueError as e:
    print(e)
