"""Sparse matrices on dictionaries."""
from collections import defaultdict, namedtuple

Entry = namedtuple('Entry', 'row col value')


class Sparse:
    def __init__(self, entries=()):
        self.rows = defaultdict(lambda: defaultdict(float))
        for e in entries:
            self.rows[e.row][e.col] += e.value

    def __matmul__(self, other):
        out = Sparse()
        for i, row in self.rows.items():
            for k, v in row.items():
                for j, w in other.rows.get(k, {}).items():
                    out.rows[i][j] += v * w
        return out

    def entries(self):
        return sorted(Entry(i, j, v) for i, r in self.rows.items() for j, v in r.items() if v)


a = Sparse(map(Entry._make, [(0, 0, 2), (0, 2, 1), (1, 1, 3), (0, 0, 1)]))
b = Sparse([Entry(0, 1, 4), Entry(2, 0, 5), Entry(1, 1, -1)])
for e in (a @ b).entries():
    print(e, e._replace(value=e.value * 10).value)
print(len(a.entries()), a.rows[0][9], len(a.entries()), Entry(1, 2, 3) < Entry(1, 3, 0), max(a.entries(), key=lambda e: e.value).col)
