# is and ==, aliases, copies, arguments that are changed, default arguments, what is shared by *.
a = [1, 2]
b = a
c = a[:]
print(a is b, a is c, a == c, a is not c, id(a) == id(b), id(a) == id(c))
b.append(3)
print(a, c)


def change(l, n, s):
    l.append('changed')
    n += 1
    s += '!'
    l = ['rebound']
    return l, n, s


x, n, s = [], 1, 'hi'
print(change(x, n, s), x, n, s)


def default(item, box=[], seen={}):
    box.append(item)
    seen[item] = len(box)
    return box, seen


print(default(1), default(2), default(3, []), default.__defaults__)


def fixed(item, box=None):
    box = [] if box is None else box
    box.append(item)
    return box


print(fixed(1), fixed(2))
rows = [[0] * 2] * 3
rows[0][0] = 1
good = [[0] * 2 for _ in range(3)]
good[0][0] = 1
print(rows, good, rows[0] is rows[1], good[0] is good[1])
t = ([1], [2])
t[0].append(9)
print(t, t == ([1, 9], [2]))
d1 = dict.fromkeys('ab', [])
d1['a'].append(1)
print(d1)
print(None is None, True is True, 1 == 1.0, 1 == True, 'a' == 'a', [] == [], [] is [], float('nan') == float('nan'))
nan = float('nan')
print(nan in [nan], nan == nan, [nan] == [nan], {nan: 1}.get(nan), (nan,) == (nan,), [nan].count(nan), [nan].index(nan))


class Node:
    def __init__(self, v, next=None):
        self.v, self.next = v, next


chain = Node(1, Node(2))
alias = chain.next
chain.next = Node(3, alias)
alias.v = 'two'
print(chain.v, chain.next.v, chain.next.next.v, chain.next.next is alias)


class Config:
    options = {}
    names = []

    def __init__(self):
        self.own = {}


p, q = Config(), Config()
p.options['k'] = 1
p.own['k'] = 2
p.names = p.names + ['n']
q.names += ['m']
print(q.options, q.own, Config.names, p.names, q.names, q.names is Config.names)
import copy
deep = {'a': [1, {'b': 2}]}
s1, s2 = copy.copy(deep), copy.deepcopy(deep)
deep['a'][1]['b'] = 'x'
deep['c'] = 1
print(s1, s2)
lst = [1, 2, 3]
for i in lst:
    if i == 1:
        lst = lst + [4]
print(lst)
i = 256
j = 256
print(i is j, type(i) is int, isinstance(True, int), type(True) is int)
swap = [1, 2]
swap[:] = swap[::-1]
other = swap
swap = swap + [3]
print(other, swap)
k = m = 0
k += 1
print(k, m)
fns = []
for i in range(3):
    def fn(i=i):
        return i
    fns.append(fn)
print([f() for f in fns], fn is fns[-1], len({id(f) for f in fns}))
