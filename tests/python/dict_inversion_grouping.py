"""Dicts in many ways: inversion, grouping, merging deeply, sorting, views, defaults."""
import collections

colours = {'apple': 'red', 'cherry': 'red', 'lime': 'green', 'plum': 'blue'}
inverse = {}
for fruit, colour in colours.items():
    inverse.setdefault(colour, []).append(fruit)
print(inverse, {v: k for k, v in colours.items()})
print(dict(sorted(inverse.items(), key=lambda kv: (len(kv[1]), kv[0]))))


def merge(a, b):
    out = dict(a)
    for key, value in b.items():
        both = isinstance(out.get(key), dict) and isinstance(value, dict)
        out[key] = merge(out[key], value) if both else value
    return out


def flatten(d, prefix=''):
    for key in sorted(d):
        if isinstance(d[key], dict) and d[key]:
            for pair in flatten(d[key], prefix + key + '.'):
                yield pair
        else:
            yield prefix + key, d[key]


def unflatten(pairs):
    out = {}
    for path, value in pairs:
        *parents, last = path.split('.')
        node = out
        for p in parents:
            node = node.setdefault(p, {})
        node[last] = value
    return out


base = {'model': {'layers': {'n': 2, 'size': 10}, 'name': 'm'}, 'seed': 1}
new = merge(base, {'model': {'layers': {'size': 20}, 'name': {'x': 1}}, 'extra': {}})
print(new)
print(list(flatten(new)), unflatten(flatten(base)) == base)
a, b = {'x': 1, 'y': 2}, {'y': 2, 'z': 3}
print(a.keys() & b.keys(), sorted(a.keys() | b.keys()), sorted(a.items() ^ b.items()), a.keys() - b)
tree = lambda: collections.defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
t['a']['d']
print(list(t), list(t['a']), t['a']['b']['c'], 'q' in t)
d = collections.OrderedDict.fromkeys('hello')
d.move_to_end('h')
print(''.join(d), d.popitem(last=False), list(reversed(d)), list(d.items())[-1])
counts = {}
for c in 'mississippi':
    counts[c] = counts.get(c, 0) + 1
del counts['m']
print(counts, max(counts, key=counts.get), min(counts.items(), key=lambda kv: kv[1]), counts.pop('z', 'none'))
chain = collections.ChainMap({'a': 1}, {'a': 2, 'b': 3}) if hasattr(collections, 'XChainMap') else [{'a': 1}, {'a': 2, 'b': 3}]
print(next(m['b'] for m in chain if 'b' in m))
