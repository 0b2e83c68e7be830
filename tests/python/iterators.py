# enumerate, zip, map, filter, reversed, iter, next, any, all.
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=-1)), dict(enumerate('xy')))
print(list(zip([1, 2, 3], 'ab')), list(zip()), list(zip('ab')), list(zip(*[(1, 2), (3, 4)])), list(zip([1], [2], [3])), dict(zip('ab', [1, 2])))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(int, '123')), list(map(len, [[], [1]])), sum(map(abs, [-1, 2])))
print(list(filter(None, [0, 1, '', 'a', None])), list(filter(lambda x: x % 2, range(6))))
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})), list(reversed({'a': 1}.items())))
print(any([0, 1]), any([]), all([]), all([1, 0]), all(x > 0 for x in (1, 2)), any(x > 5 for x in (1, 2)))
it = iter([1, 2])
print(next(it), next(it), next(it, None))
try:
    next(it)
except StopIteration as e:
    print('stop', e.args, repr(e))
n = [0]
def count():
    n[0] += 1
    return n[0]
print(list(iter(count, 4)))
e = enumerate(['x', 'y'])
print(next(e), list(e), iter(e) is e)
z = zip([1, 2], [3, 4])
print(list(z), list(z))
m = map(print, [1, 2])
print(list(m))
class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * i
    def __len__(self):
        return 3
print(list(Seq()), list(reversed(Seq())), 4 in Seq(), 5 in Seq(), list(zip(Seq(), Seq())), max(Seq()))
class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), tuple(Count(2)), sorted(Count(3)), [*Count(2)], 1 in Count(3))
class Rev:
    def __reversed__(self):
        return iter('rev')
print(list(reversed(Rev())), list(zip([1, 2], [3, 4], strict=True)))
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
show(lambda: next([]))
show(lambda: next(iter([])))
show(lambda: iter(1))
show(lambda: iter(1, 2))
show(lambda: reversed(1))
show(lambda: reversed({1}))
show(lambda: enumerate())
show(lambda: enumerate(1))
show(lambda: zip(1))
show(lambda: zip([1], 2))
show(lambda: list(zip([1], [], strict=True)))
show(lambda: list(zip([], [1], strict=True)))
show(lambda: list(zip([1], [1], [], strict=True)))
show(lambda: map(1))
show(lambda: list(map(1, [2])))
show(lambda: filter(1))
show(lambda: map(str, [])[0])
show(lambda: zip([])[0])
show(lambda: len(map(str, [])))
show(lambda: len(x for x in []))
