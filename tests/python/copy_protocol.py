# copy and deepcopy: shared parts, own __copy__ and __deepcopy__, recursion, identity of what is immutable.
import copy


class Point:
    def __init__(self, x, tags):
        self.x, self.tags = x, tags

    def __repr__(self):
        return 'Point(%r, %r)' % (self.x, self.tags)


p = Point(1, ['a'])
q, r = copy.copy(p), copy.deepcopy(p)
p.tags.append('b')
p.x = 2
print(p, q, r, q.tags is p.tags, r.tags is p.tags, type(q) is Point)


class Custom:
    def __init__(self, v):
        self.v = v

    def __copy__(self):
        return Custom(('copied', self.v))

    def __deepcopy__(self, memo):
        c = Custom(('deep', copy.deepcopy(self.v, memo)))
        memo[id(self)] = c
        return c


c = Custom([1])
print(copy.copy(c).v, copy.deepcopy(c).v, copy.deepcopy([c, c])[0].v)
pair = copy.deepcopy([c, c])
print(pair[0] is pair[1])
shared = [1, 2]
both = [shared, shared]
dup = copy.deepcopy(both)
dup[0].append(3)
print(dup, both, dup[0] is dup[1])
d = {'list': [1], 'tuple': (1, [2]), 'set': {1}, 'str': 'x', 'none': None, 'nested': {'k': [{}]}}
e, f = copy.copy(d), copy.deepcopy(d)
d['list'].append(2)
d['tuple'][1].append(3)
d['nested']['k'][0]['new'] = 1
print(e, f)
t = (1, 2)
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy('s') == 's', copy.copy(len) is len, copy.deepcopy(Point) is Point)


class Node:
    def __init__(self, v):
        self.v, self.parent, self.kids = v, None, []

    def add(self, kid):
        kid.parent = self
        self.kids.append(kid)
        return self


root = Node('root').add(Node('a').add(Node('b'))).add(Node('c'))
twin = copy.deepcopy(root)
print(twin.kids[0].parent is twin, twin is not root, twin.kids[0].kids[0].parent.v, twin.kids[1] is root.kids[1])
loop = []
loop.append(loop)
l2 = copy.deepcopy(loop)
print(l2[0] is l2, l2 is loop)


class Sub(list):
    pass


s = Sub([1, [2]])
s.extra = [3]
s2, s3 = copy.copy(s), copy.deepcopy(s)
s[1].append(9)
s.extra.append(4)
print(type(s2).__name__, s2, s2.extra, s3, s3.extra)
a = [1, [2, 3]]
print(a[:] == a, a[:][1] is a[1], list(a)[1] is a[1], a.copy()[1] is a[1], dict(d)['list'] is d['list'], copy.deepcopy(a)[1] is a[1])
fn = lambda x: x
print(copy.deepcopy(fn) is fn, copy.deepcopy({'f': fn})['f'] is fn, copy.deepcopy(frozenset([1])) == frozenset([1]))


class Lazy:
    def __getattr__(self, n):
        if n.startswith('__'):
            raise AttributeError(n)
        return 'lazy ' + n


z = copy.copy(Lazy())
print(z.anything, vars(z))


class State:
    def __init__(self):
        self.a, self.cache = 1, 'big'

    def __getstate__(self):
        return {'a': self.a}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = 'rebuilt'


st = copy.copy(State())
print(st.a, st.cache, copy.deepcopy(State()).cache)
