"""From rows to columns and back: types told from the text, missing values, statistics."""
ROWS = '''id height weight group
1 1.82 80 a
2 1.65 ? b
3 ? 70 a
4 1.71 64 b'''


def convert(values):
    for kind in (int, float):
        try:
            return [None if v == '?' else kind(v) for v in values], kind
        except ValueError:
            continue
    return list(values), str


header, *rows = [line.split() for line in ROWS.splitlines()]
columns, kinds = {}, {}
for name, *values in zip(header, *rows):
    columns[name], kinds[name] = convert(values)
for name in header:
    print('%-7s %-5s %s' % (name, kinds[name].__name__, columns[name]))


def describe(values):
    known = sorted(v for v in values if v is not None)
    n = len(known)
    middle = (known[(n - 1) // 2] + known[n // 2]) / 2
    return {'n': n, 'min': known[0], 'max': known[-1], 'mean': sum(known) / n, 'median': middle}


for name in header:
    if kinds[name] is not str:
        d = describe(columns[name])
        print(name, ' '.join('%s=%.4g' % (k, d[k]) for k in ('n', 'min', 'max', 'mean', 'median')))
filled = {name: [describe(vs)['mean'] if v is None else v for v in vs] if kinds[name] is not str
          else vs for name, vs in columns.items()}
groups = {}
for group, height in zip(filled['group'], filled['height']):
    groups.setdefault(group, []).append(height)
print({g: round(sum(v) / len(v), 3) for g, v in sorted(groups.items())})
print([dict(zip(header, row)) for row in zip(*(filled[h] for h in header))][1])
