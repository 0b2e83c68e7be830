"""Counting lattice paths: plain recursion, a dict, a table; all must agree."""
import functools

calls = 0


def paths(i, j):
    global calls
    calls += 1
    return 1 if 0 in (i, j) else paths(i - 1, j) + paths(i, j - 1)


def paths_memo(i, j, memo=None):
    memo = {} if memo is None else memo
    if 0 in (i, j):
        return 1
    if (i, j) not in memo:
        memo[i, j] = paths_memo(i - 1, j, memo) + paths_memo(i, j - 1, memo)
    return memo[i, j]


@functools.lru_cache(None)
def paths_cached(i, j):
    return 1 if 0 in (i, j) else paths_cached(i - 1, j) + paths_cached(i, j - 1)


def paths_table(i, j):
    row = [1] * (j + 1)
    for _ in range(i):
        for k in range(1, j + 1):
            row[k] += row[k - 1]
    return row[-1]


print(paths(5, 5), 'in', calls, 'calls')
for f in (paths_memo, paths_cached, paths_table):
    print(f.__name__, [f(n, n) for n in (1, 2, 5, 10, 20)])
assert paths_memo(3, 7) == paths_cached(7, 3) == paths_table(3, 7) == paths(3, 7)


def edit_distance(a, b):
    @functools.lru_cache(maxsize=None)
    def d(i, j):
        if not i or not j:
            return i + j
        return min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
    return d(len(a), len(b)), d.cache_info().currsize


for a, b in (('kitten', 'sitting'), ('graph', 'graph'), ('', 'abc'), ('flaw', 'lawn')):
    print(a or "''", b, *edit_distance(a, b))
