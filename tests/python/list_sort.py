# sort and sorted are stable; keys; reverse.
a = [5, 2, 9, 1, 5, 6]
print(sorted(a), sorted(a, reverse=True), a)
a.sort(); print(a)
a.sort(reverse=True); print(a)
words = ['banana', 'Apple', 'cherry', 'apple', 'Fig', 'date']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: w[-1]))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted([3.5, 1, True, -2, 2.25]), sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted('hello'), sorted({3: 'c', 1: 'a'}), sorted([[2], [1, 5], [1]]))
d = {'x': 3, 'y': 1, 'z': 2}
print(sorted(d, key=d.get), sorted(d.items(), key=lambda kv: kv[1]))
class P:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return self.v < other.v
    def __repr__(self):
        return 'P%d' % self.v
print(sorted([P(3), P(1), P(2)]), min(P(3), P(1)), max([P(3), P(5)], key=lambda p: p.v))
print(sorted(range(50), key=lambda i: (i * 7) % 13)[:20], sorted([], key=None), sorted([1]))
print(sorted([2, 1, 3], key=lambda x: -x), list(reversed(sorted([2, 1]))))
try:
    [3, 1, 2].sort(key=lambda v: 1 / (v - 1))
except ZeroDivisionError as e:
    print(e)
import_order = []
def key(v):
    import_order.append(v)
    return v
sorted([3, 1, 2], key=key)
print(import_order)
