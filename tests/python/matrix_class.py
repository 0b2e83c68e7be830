"""A matrix class with operators, transposition, determinants and a readable repr."""


class Matrix(object):
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError('rows of different lengths')

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, factor):
        return Matrix([[factor * a for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in other.T.rows]
                       for row in self.rows])

    def __neg__(self):
        return -1 * self

    def __pow__(self, n):
        return Matrix.identity(len(self.rows)) if n == 0 else self @ self ** (n - 1)

    def det(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * self.minor(0, j).det() for j in range(self.shape[1]))

    def minor(self, i, j):
        return Matrix([row[:j] + row[j + 1:] for k, row in enumerate(self.rows) if k != i])

    def __repr__(self):
        return 'Matrix(%r)' % self.rows

    def __str__(self):
        texts = [[str(v) for v in row] for row in self.rows]
        width = max(len(t) for row in texts for t in row)
        return '\n'.join(' '.join(t.rjust(width) for t in row) for row in texts)


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a @ b, 2 * a, -a, a.T, sep='\n\n')
print(repr(a ** 5), (a ** 5).det(), a.det() ** 5)
fib = Matrix([[1, 1], [1, 0]]) ** 50
print(fib[0, 1], a == a.T.T, a != b)
a[0, 0] = 10
print(a.shape, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
for wrong in (lambda: a + 1, lambda: Matrix([[1], [2, 3]]), lambda: a[2, 0]):
    try:
        wrong()
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
