"""Sparse matrices as dicts of pairs, with a default that is not stored."""


class Sparse(dict):
    def __init__(self, shape, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.shape = shape

    def __missing__(self, key):
        i, j = key
        if not (0 <= i < self.shape[0] and 0 <= j < self.shape[1]):
            raise IndexError('%s is outside of %s' % (key, self.shape))
        return 0

    def __setitem__(self, key, value):
        self[key]
        if value:
            super().__setitem__(key, value)
        else:
            self.pop(key, None)

    def __matmul__(self, other):
        out = Sparse((self.shape[0], other.shape[1]))
        for (i, k), a in sorted(self.items()):
            for (l, j), b in sorted(other.items()):
                if k == l:
                    out[i, j] += a * b
        return out

    def transposed(self):
        return Sparse(self.shape[::-1], {(j, i): v for (i, j), v in self.items()})

    def rows(self):
        return [[self[i, j] for j in range(self.shape[1])] for i in range(self.shape[0])]


m = Sparse((2, 3), {(0, 0): 1, (1, 2): 5})
m[0, 1] = 2
m[1, 2] -= 2
print(m, m.rows(), len(m), (0, 2) in m, m[0, 2], len(m))
m[0, 1] = 0
print(m, m.transposed().rows(), (m @ m.transposed()).rows(), (m @ m.transposed()).shape)
for wrong in (lambda: m[2, 0], lambda: m.__setitem__((0, 9), 1), lambda: m['x']):
    try:
        wrong()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
print(m == {(0, 0): 1, (1, 2): 3}, isinstance(m, dict), sorted(m), type(m.copy()).__name__)
