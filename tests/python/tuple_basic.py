# Tuples.
t = (1, 2, 3, 2)
print(t, (), (1,), 1, tuple('ab'), tuple([1, 2]), tuple(), (1, (2, (3,))), len(t), t[0], t[-1], t[1:3], t[::-1], t.count(2), t.index(2), t.index(2, 2))
print(t + (4,), t * 2, 2 * (0,), 3 in t, 5 in t, t == (1, 2, 3, 2), t < (1, 3), () < (0,), (1, 2) == [1, 2], hash((1, 2)) == hash((1, 2)), bool(()), bool((0,)))
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1.5, -1, True)), hash(((1, 2), 3)))
a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), e = (1, 2), 3
print(c, d, e)
first, *rest = t
*init, last = t
print(first, rest, init, last)
x = 1,
print(x, type(x).__name__, (1, 2)[1], ((1, 2), (3, 4))[1][0])
d = {(0, 0): 'origin', (1, 2): 'p'}
print(d[0, 0], d[(1, 2)], (1, 2) in d)
t2 = t
t += (9,)
print(t, t2, t is t2)
for k, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(k, p, q)
def f():
    return 1, 'two', [3]
print(f(), f()[1])
u = ([1], 2)
u[0].append(5)
print(u)
try:
    u[0] += [6]
except TypeError as e:
    print(e, u)
