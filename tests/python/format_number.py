# format() of numbers.
for spec in ('', 'd', '5', '<5', '^5', '>5', '=5', '05', '+', ' ', '+05', ',', '_', '010,', '08,', '09,', 'x', 'X', '#x', '#X', '#b', 'o', '#o', '#010x', '_b', '_x', 'e', '.2f', '%', '*^9', '=+7', '0=8', '>+8,', 'n', 'c'):
    print(repr(spec), [format(v, spec) for v in ([65, 1234567] if spec == 'c' and False else [65])], end=' ')
    if spec != 'c':
        print([format(v, spec) for v in (0, -42, 1234567, 2 ** 40)])
    else:
        print()
for spec in ('', 'f', '.0f', '.1f', '.3f', 'e', '.2e', 'E', 'g', '.3g', 'G', '.10g', '%', '.1%', '8.2f', '<8.2f|', '08.2f', '+.1f', ' .1f', ',.2f', '_.2f', '012,.1f', '.3', '.1', '.0', '10', '#.0f', '#g', '#.3g', 'n', '^12.3e', '=+10.2f', 'z.0f'):
    row = []
    for v in (0.0, 1.5, -2.25, 1234567.891, 1e-7, 1e20, 0.30000000000000004, -0.0001, 123.0):
        row.append(format(v, spec) if not spec.endswith('|') else format(v, spec[:-1]) + '|')
    print(repr(spec), row)
for v in (float('inf'), float('-inf'), float('nan')):
    print([format(v, s) for s in ('', 'f', 'F', 'e', 'E', '6', '06', '+', '<6', '.2f', '%', ',', 'g', 'G')])
print(format(True), format(True, 'd'), format(True, '5'), format(3, '.1f'), format(10 ** 15, ',d'), format(12345.678, ',.1f'), format(0.000123, 'g'), format(1e6, 'g'), format(123456, '.3g'))
def show(v, spec):
    try:
        print(format(v, spec))
    except Exception as e:
        print(type(e).__name__ + ':', e)
for v, spec in ((1, 'z'), (1.5, 'd'), (1, '.3'), (1, '10.3d'), (1, '.'), (1, ',s'), (1, '_,d'), (1, ',_d'), (1, ',,d'), (1, ',x'), (-1, 'c'), (1, '+c'), (1, '#c'),
                (1, '99999999999999999999d'), (1, '>>>d'), (True, 's'), (1, 's'), (1.5, 'x'), (None, '5'), ([], 'd'), (1, 'd '), (1.5, 's'), ('a', 'd'), (1, 'é')):
    show(v, spec)
