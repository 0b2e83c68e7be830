"""Shallow and deep copies."""
import copy

inner = [1, 2]
outer = {'a': inner, 'b': inner, 'c': (inner, 'x')}
shallow, deep = copy.copy(outer), copy.deepcopy(outer)
inner.append(3)
print(shallow, deep, deep['a'] is deep['b'], deep['c'][0] is deep['a'])


class Node:
    def __init__(self, value):
        self.value, self.next = value, None


a, b = Node([1]), Node([2])
a.next, b.next = b, a
c = copy.deepcopy(a)
print(c.value, c.next.value, c.next.next is c, c.value is a.value, copy.copy(a).value is a.value)


class Special:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Special(self.n + 1)

    def __deepcopy__(self, memo):
        return Special(self.n + 100)


print(copy.copy(Special(1)).n, copy.deepcopy([Special(1)])[0].n)
ring = []
ring.append(ring)
again = copy.deepcopy(ring)
print(again[0] is again, copy.copy((1, 2)), copy.deepcopy('text'), copy.deepcopy({1, 2}), copy.copy({3}))
print(copy.deepcopy([1, [2, [3]]]), copy.copy(range(3)), copy.deepcopy(None), copy.deepcopy(print) is print)
