"""Sets: operators and methods, frozen ones as keys, order-free printing, updates in place."""
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3} < b, a.isdisjoint({9}), a >= {1}, a == {4, 3, 2, 1})
print(a.union([7], (8,)), a.intersection([1, 9], {1}), a.difference('x', [1]), a.symmetric_difference([1, 10]))
c = set(a)
c.add(10); c.discard(99); c.remove(1); c.update([5], {6}); c -= {2}; c |= {20}; c &= set(range(15))
print(c, len(c), 10 in c, c is a, sorted(c, reverse=True), sum(c), max(c))
c ^= {3, 100}
print(c, c.copy() == c, {x % 3 for x in range(10)}, set('') == set(), bool(set()))
f = frozenset([1, 2])
d = {f: 'frozen', frozenset(): 'empty'}
print(d[frozenset([2, 1])], f | {3}, type(f | {3}).__name__, type({3} | f).__name__, {1, 2} == f, {f}, hash(f) == hash(frozenset([2, 1])))
words = ['b', 'a', 'c', 'a']
print(sorted(set(words)), len(set(words)), sorted(set(words), key=words.index), [w for i, w in enumerate(words) if w not in words[:i]])
print([sorted(s) for s in sorted(({3, 1}, {2}, set()), key=len)], {(1, 2), (1, 2)}, {1, 1.0, True}, {0} | {False})
for bad in (lambda: {[]}, lambda: a.remove(99), lambda: set().pop(), lambda: a + b, lambda: f.add(1), lambda: {1} < [1], lambda: set(5), lambda: a | [1]):
    try:
        print(bad())
    except (TypeError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
