# Arrays, lists, zip, enumerate, comprehensions.
import numpy as np

a = np.arange(6).reshape(2, 3)
for i, row in enumerate(a):
    for j, v in enumerate(row):
        print((i, j), v, end='; ')
print()
for (i, j), v in np.ndenumerate(a):
    a[i, j] = v * 10 + i
print(a, [int(x) for x in a.flat], [r.sum() for r in a], [tuple(r) for r in a])
print(list(zip(a[0], a[1])), dict(enumerate(a[:, 0].tolist())), sum(a), max(a.ravel()), len(a), a.size)
print(np.array([x ** 2 for x in range(5)]), np.array(list(range(3))), np.array((1, 2)), np.array([a[0], a[1]]).shape)
stack = []
for k in range(3):
    stack.append(np.full(2, k))
print(np.array(stack), np.concatenate(stack), np.vstack(stack).shape, np.stack(stack, axis=1))
print(any(a[0] > 15), all(a[0] >= 0), 21 in a, [1, 2] in [[1, 2]], (a == 21).any())
print(list(map(float, a[0])), list(filter(lambda v: v > 10, a[1])), sorted(a[1], reverse=True), list(reversed(a[0])))
