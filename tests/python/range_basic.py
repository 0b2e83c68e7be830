# range and slice objects.
for r in (range(5), range(2, 5), range(0, 10, 3), range(5, 0, -1), range(10, 0, -3), range(0), range(5, 2), range(0, -5), range(-3, 3)):
    print(r, list(r), len(r), bool(r), list(reversed(r)), r[1:] , r[::-1], list(r[::2]), sum(r))
r = range(0, 20, 2)
print(r[3], r[-1], 6 in r, 7 in r, 6.0 in r, 'a' in r, r.index(6), r.count(6), r.count(7), r.start, r.stop, r.step)
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)))
print(range(10)[2:8:3], range(10)[-3:], range(10, 0, -2)[1:3], range(10**15)[-1], len(range(-10**15, 10**15)), 10**14 in range(10**15), max(range(5)), min(range(3, 9)))
for i in range(3):
    for j in range(i):
        print(i, j)
it = iter(range(2))
print(next(it), next(it), next(it, 'end'), next(it, 'end'))
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), list(range(20))[s], s == slice(1, 10, 2))
for f in (lambda: range(), lambda: range(1.0), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(1, 2, 3, 4), lambda: range(3)[5], lambda: range(3)['a'], lambda: range(3).index(9),
          lambda: slice(), lambda: hash(slice(1)), lambda: range(3).foo, lambda: range(3) + range(2), lambda: range(None)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    range(3)[0] = 1
except TypeError as e:
    print(e)
