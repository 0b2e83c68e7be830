# Views are live; errors of dicts.
d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
d['c'] = 3
print(k, v, i, len(k), 'c' in k, 3 in v, ('c', 3) in i, ('c', 4) in i, 9 in v, list(k), sorted(v))
print(k & {'a', 'z'}, sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'q'}), k == {'a', 'b', 'c'}, k <= {'a', 'b', 'c', 'd'}, i & {('a', 1)}, {'a'} < k, k.__class__.__name__)
print(list(reversed(k)), list(reversed(v)), list(zip(k, v)), set(k) == set('abc'), [x for x, y in i if y > 1])
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
show(lambda: k[0])
show(lambda: v[0])
show(lambda: i[0])
show(lambda: d['zz'])
show(lambda: d[(1, 2)])
show(lambda: d.pop('zz'))
show(lambda: {}.popitem())
show(lambda: d[[]])
show(lambda: d.get([]))
show(lambda: [] in d)
show(lambda: dict(1))
show(lambda: dict([1]))
show(lambda: dict([(1, 2, 3)]))
show(lambda: dict(['ab', 'c']))
show(lambda: dict(1, 2))
show(lambda: d.update(1))
show(lambda: dict.fromkeys(1))
show(lambda: hash(d))
show(lambda: d.foo)
show(lambda: d < {})
show(lambda: d | 1)
show(lambda: d + d)
show(lambda: {**1})
def grow():
    for key in d:
        d[key + 'x'] = 1
def shrink():
    for key in d.keys():
        del d[key]
show(grow)
show(shrink)
try:
    del d['nope']
except KeyError as e:
    print(repr(e), e, e.args)
for key in list(d):
    del d[key]
print(d, k, len(i))
