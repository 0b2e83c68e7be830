# Lists where Python 3 has iterators; methods of dicts; tuple parameters; sorting with cmp; names that are gone.
d = {'a': 1, 'b': 2, 'c': 3}
print sorted(d.keys()), sorted(d.values()), sorted(d.items()), d.has_key('a'), d.has_key('z'), sorted(d.iteritems())
for k, v in sorted(d.iteritems()):
    print k, v,
print
print sorted(d.iterkeys()), sum(d.itervalues()), type(d.keys()), type(range(3)), type(map(str, [1])), type(zip()), type(filter(None, []))
print map(lambda x: x * 2, [1, 2]), map(None, [1, 2], 'a'), filter(lambda x: x > 1, [1, 2, 3]), filter(str.isdigit, 'a1b2'), zip('ab', [1, 2])
print reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, [3, 9, 2], 5), range(2, 10, 3), xrange(3), list(xrange(2)), len(xrange(5))
print sorted([3, 1, 2], cmp=lambda a, b: cmp(b, a)), sorted([3, 1, 2], lambda a, b: b - a), sorted('bca', reverse=True)
l = [5, 2, 9]
l.sort(lambda a, b: cmp(b, a))
print l, l.pop(), l.index(5)


def f((a, b), c=(1, 2), *args):
    return a, b, c, args


print f((1, 2)), f([3, 4], 5, 6), (lambda (x, y): x * y)((3, 4))
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print i, a, b,
print
print [x for x in range(3)], x
squares = [y * y for y in 1, 2, 3]
print squares, y
from itertools import izip, imap, ifilter
print list(izip([1, 2], 'ab')), list(imap(str, [1])), list(ifilter(None, [0, 1])), apply(max, (1, 5))
g = (n for n in [1, 2])
print g.next(), g.next()
try:
    g.next()
except StopIteration:
    print 'stop'
print dict([(1, 2)]), dict(a=1), {1, 2} == set([2, 1]), set([1]), frozenset([1]), {k: v for k, v in zip('a', [1])}
a, b = 1, 2
a, b = b, a
print a, b, a <> b
x = 1 if a else 2
global_name = 'g'


def change():
    global global_name
    global_name += '!'
    import math
    return math.floor(2.7), math.pi > 3


print change(), global_name
exec_count = 0
while 1:
    exec_count += 1
    if exec_count > 2: break
else:
    print 'never'
print exec_count
with_statement = lambda: None
print with_statement(), callable(with_statement), repr(None), type(None)
