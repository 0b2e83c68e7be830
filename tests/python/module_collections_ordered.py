"""OrderedDict and defaultdict in the use of real programs."""
from collections import OrderedDict, defaultdict

d = OrderedDict([('b', 1), ('a', 2)])
d['c'] = 3
d.move_to_end('b')
print(d, list(d), d.popitem(), d.popitem(last=False), d)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1})
d.update(z=26)
print(list(reversed(d)), list(d.keys()), list(d.values()), list(d.items()))
d.move_to_end('z', last=False)
print(d, d.copy())
groups = defaultdict(list)
for word in ['apple', 'avocado', 'banana', 'cherry', 'cranberry']:
    groups[word[0]].append(word)
print(groups, dict(groups), sorted(groups))
tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print(dict(t['a']['b']), len(t['a']), 'x' in t['a'])
n = defaultdict(int)
for c in 'mississippi':
    n[c] += 1
print(sorted(n.items()), n.default_factory, n.get('q'), 'q' in n)
try:
    defaultdict(None)['x']
except KeyError as e:
    print('KeyError', e)
print(defaultdict(lambda: 5, a=1)['zz'], defaultdict(set))
