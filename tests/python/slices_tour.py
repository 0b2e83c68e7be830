"""Slices: steps, negatives, assignment, deletion, slice objects, strings and tuples alike."""
s = list(range(10))
print(s[2:5], s[:3], s[-3:], s[::3], s[::-1], s[8:2:-2], s[5:2], s[-100:100], s[3:3], s[-1:-4:-1])
t = s[:]
t[2:5] = ['x']
print(t, len(t))
t[1:1] = [100, 200]; t[-1:] = []; t[::4] = '!!!' if len(t[::4]) == 3 else t[::4]
print(t)
del t[::2]
print(t)
del t[1:], s[:7]
print(t, s, 'hello'[1:4], 'hello'[::-1], (1, 2, 3)[:-1], 'ab' * 2 + 'c'[0:], b'bytes'[1:3])
cut = slice(1, None, 2)
print('abcdef'[cut], cut, cut.start, cut.stop, cut.step, cut.indices(5), list(range(20))[slice(3)], slice(1, 2) == slice(1, 2))
m = [[1, 2], [3, 4]]
n, k = m[:], [row[:] for row in m]
m[0][0] = 9
print(n, k, m[0:1][0] is m[0], range(10)[2:8:3], len(range(0, 100, 7)), range(10)[-1], list(range(5, 0, -2)))
for bad in (lambda: s[1:2:0], lambda: s['a'], lambda: s[1, 2], lambda: s.__setitem__(slice(0, 3, 2), [1]), lambda: 'abc'[5], lambda: [][-1], lambda: s[1.0:]):
    try:
        print(bad())
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
