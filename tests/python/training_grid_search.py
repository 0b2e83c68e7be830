"""All combinations of hyper parameters, scored and ranked."""
import itertools

GRID = {'rate': [0.1, 0.01], 'units': [8, 16, 32], 'dropout': [0.0, 0.5]}


def combinations(grid):
    names = sorted(grid)
    for values in itertools.product(*(grid[name] for name in names)):
        yield dict(zip(names, values))


def score(rate, units, dropout=0.0):
    return round(1.0 - abs(rate - 0.05) - abs(units - 20) / 100 + dropout / 50, 4)


results = [(score(**params), i, params) for i, params in enumerate(combinations(GRID))]
print(len(results), results[0][2])
results.sort(key=lambda r: (-r[0], r[1]))
for rank, (value, i, params) in enumerate(results[:4], 1):
    text = ', '.join('%s=%g' % (k, params[k]) for k in ('rate', 'units', 'dropout'))
    print('%d. %.4f  #%-2d %s' % (rank, value, i, text))
best = {}
for value, _, params in results:
    for name in params:
        key = (name, params[name])
        best[key] = max(best.get(key, 0), value)
for key in sorted(best):
    print('%s=%s' % key, best[key])
try:
    score(0.1, 3, momentum=1)
except TypeError as e:
    print(e)
print(max(results)[2] == results[0][2], [p for p in itertools.product('ab', repeat=2)])
