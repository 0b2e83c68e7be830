"""ChainMap, UserDict and UserList."""
from collections import ChainMap, UserDict, UserList

defaults, user = {'lr': 0.1, 'steps': 10}, {'lr': 0.5}
c = ChainMap(user, defaults)
print(c['lr'], c['steps'], len(c), sorted(c), 'lr' in c, c.get('none', 3), dict(c))
c['new'] = 1
print(user, c.maps, c.new_child({'lr': 9})['lr'], c.parents, list(c.items()))
try:
    del c['steps']
except KeyError as e:
    print(e)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower(ABC=1)
d['XyZ'] = 2
d.update({'Q': 3})
print(d, 'xyz' in d, d['abc'], len(d), sorted(d.items()), d.get('nope'), d.pop('q'), d == {'abc': 1, 'xyz': 2})


class Twice(UserList):
    def append(self, x):
        super().append(x)
        super().append(x)


t = Twice([1])
t.append(2)
print(t, len(t), t[1:], t + [5], t.count(2), list(reversed(t)), t == [1, 2, 2], sorted(t, reverse=True), type(t[:1]).__name__)
