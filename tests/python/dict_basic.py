# Dictionaries keep the order of insertion.
d = {'a': 1, 'b': 2}
d['c'] = 3; d['a'] = 10
print(d, len(d), d['a'], 'a' in d, 'z' in d, d.get('z'), d.get('z', 0), list(d), list(d.keys()), list(d.values()), list(d.items()))
del d['a']; d['a'] = 1; print(d)
print(d.pop('b'), d.pop('zz', None), d.popitem(), d, d.setdefault('n', []), d.setdefault('c', 5), d)
d.update({'x': 1}, y=2); d.update([('p', 1), ['q', 2]]); d.update(z=26); print(d)
print(dict(), dict(a=1), dict([(1, 2)]), dict({'k': 'v'}, w=1), dict(zip('ab', 'cd')), dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), {**{'a': 1}, 'b': 2, **{'a': 3}})
print({1: 'int', 1.0: 'float', True: 'bool'}, {0: 'a', False: 'b'}, {(1, 2): 3, None: 4, 'x': 5, 2.5: 6}, {1: 2}[1.0], {1: 2}[True])
e = d.copy(); e.clear(); print(e, bool(e), d == dict(d), {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} != {'a': 2}, {} == [])
print({k: v for k, v in zip('abc', range(3))}, {v: k for k, v in {'a': 1}.items()}, {x: x * x for x in range(4) if x % 2})
for k in {'u': 1, 'v': 2}:
    print(k, end=' ')
for k, v in {'u': 1, 'v': 2}.items():
    print(k, v, end=';')
print()
print({'a': 1} | {'b': 2, 'a': 3}, sorted({'b': 1, 'a': 2}), max({'b': 1, 'a': 2}), ','.join({'b': 1, 'a': 2}), str({'a': [1, {'b': ()}]}))
d = {}
for i in range(100):
    d[i] = i * i
for i in range(0, 100, 2):
    del d[i]
for i in range(3):
    d[i] = 'new'
print(len(d), list(d)[:5], list(d)[-5:], d[99], 98 in d, 97 in d)
d = {'a': 1}
d |= {'b': 5}
d['b'] += 1
print(d, list(reversed(d)), list(d.items())[0][1])
nested = {}
nested.setdefault('x', {}).setdefault('y', []).append(1)
print(nested, nested['x']['y'][0])
class Missing(dict):
    def __missing__(self, key):
        return 'no ' + key
m = Missing(a=1)
print(m['a'], m['b'], m, len(m), 'b' in m, isinstance(m, dict))
