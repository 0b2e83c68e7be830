# Lists: indexing, slices, methods.
a = [3, 1, 2]
a.append(5); a.extend([7, 8]); a.extend('xy'); a.insert(1, 'i'); a.insert(-1, 'j'); a.insert(100, 'k'); a.insert(-100, 'l')
print(a, len(a), a[0], a[-1], a[1:4], a[::-1], a[::3], a[5:1:-2], a[-3:], a[:100])
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove('i'); print(a, a.index(2), a.index(5, 1), a.count(1), 7 in a, 'q' not in a)
a.reverse(); print(a)
b = a.copy(); b.clear(); print(a, b, bool(b), not b)
a = list(range(10))
a[2] = 'two'; a[-1] = 'last'; print(a)
a[2:4] = ['x']; print(a)
a[3:3] = [1, 2, 3]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
a[1:1] = a; print(a)
a[:] = [1, 2, 3, 4, 5, 6, 7, 8]; print(a)
del a[0]; del a[-1]; print(a)
del a[1:3]; print(a)
a = list(range(10)); del a[::3]; print(a)
a = list(range(10)); del a[::-4]; print(a)
a = list(range(10)); del a[8:2:-2]; print(a)
a[5:2] = ['z']; print(a)
a = [1, 2]; a += (3, 4); a *= 2; print(a)
a += 'ab'; print(a, [1] + [2], [0] * 3, 3 * [None], [1] * -1, [[]] * 2)
c = [[0] * 2 for _ in range(2)]; c[0][1] = 5; print(c)
d = [[0] * 2] * 2; d[0][1] = 5; print(d, d[0] is d[1])
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] != [1, 2], [1, 'a'] == [1, 'b'], [1] == (1,))
print(list(), list('abc'), list((1, 2)), list({1: 2}), list(range(3)), [*range(3), *'ab'])
x, *y, z = [1, 2, 3, 4]; print(x, y, z)
a = [1, 2, 3]
for i in a:
    if i < 3 and len(a) < 6:
        a.append(i * 10)
print(a)
for i, v in enumerate(a):
    if v == 2:
        del a[i]
print(a)
