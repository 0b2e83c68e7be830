# Sets of numbers are shown in the order of CPython's table.
print({3, 1, 2}, {10, 5, 0, 7}, {100, 1, 50, 33}, {-1, -2, 5}, {0.5, 1.5, 1}, set(), frozenset(), frozenset([2, 1]), {1, 1.0, True}, set(range(20)), {8, 16, 24, 0}, {1000, 2000, 3000}, {(1, 2), (0, 1), (2, 0)})
print(set([i * i % 37 for i in range(40)]), set(range(0, 1000, 77)), {2**40, 2**20, 5}, set([9, 17, 25, 33, 1]), set(range(30, 0, -3)), {1e10, 3, 0.1})
a = {1, 2, 3, 4}
b = {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a.union(b, [9]), a.intersection([1, 9], {1}), a.difference(b, [1]), a.symmetric_difference([1, 7]))
print(1 in a, 9 in a, len(a), a == {4, 3, 2, 1}, a != b, {1} < a, a <= a, a < a, a > {1}, a >= b, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint(b))
a.add(10); a.add(1); a.discard(2); a.discard(99); a.remove(3); print(a)
a.update([20, 30], (5,)); print(a)
a |= {6}; a &= {6, 5, 20}; a -= {20}; a ^= {5, 7}; print(a)
a.intersection_update([6, 7]); a.difference_update([6]); a.symmetric_difference_update({1, 2}); print(a)
c = a.copy(); c.clear(); print(a, c, bool(c))
print({x % 3 for x in range(10)}, sorted({'b', 'a'}), set('a'), len(set('hello')), sum({1, 2, 3}), max({4, 9, 2}), list({3, 1, 2}), tuple({2}), [x for x in {5, 3, 4}], set([1, 2]) == frozenset([2, 1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
f = frozenset([1, 2])
print(f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, f & {1}, {f: 'key'}[frozenset({2, 1})], f in {f}, f.union([9]), f.copy() is f)
s = {5, 1, 3}
out = []
while s:
    out.append(s.pop())
print(out)
def show(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__ + ':', e)
show(lambda: set().pop())
show(lambda: {1}.remove(2))
show(lambda: {[]})
show(lambda: {1} | [1])
show(lambda: {1} - 3)
show(lambda: {1} + {2})
show(lambda: {1} < [1])
show(lambda: {1}.union(1))
show(lambda: set(1))
show(lambda: set(1, 2))
show(lambda: hash(set()))
show(lambda: {1}[0])
show(lambda: {{1}})
show(lambda: frozenset([1]).add(2))
def grow():
    z = {1}
    for x in z:
        z.add(x + 1)
show(grow)
