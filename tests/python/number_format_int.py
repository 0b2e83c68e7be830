# Every part of a format specification with ints, and the % operator beside it.
for n in (0, 7, -7, 255, -255, 1234567, -1234567, True):
    for spec in ('', 'd', '5d', '<5d', '^7d', '>7', '=+7d', '+d', ' d', '05d', '+06d', ',d', ',', '_', 'b', '#b', 'o', '#o', 'x', '#x', 'X', '#X',
                 '#010x', '_b', '_x', '012,', '*^12,', '0=10', 'e', '.1e', 'f', '.2f', 'g', '.3g', '%', '.1%', 'n', 'E', '08.3f', '+.1f'):
        print(repr(n), spec, '|%s|' % format(n, spec), end=' ')
    print()
print('{:c}{:c}{:5c}|{:<3c}|{:^3c}|'.format(72, 105, 33, 65, 66), '%c%c' % (72, 'i'))
for form in ('%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%x', '%X', '%#x', '%o', '%#o', '%i', '%u', '%.4d', '%8.4d', '%-8.4d|', '%+08d', '%s', '%r', '%5s|', '%-5s|', '%e', '%.0f', '%g', '%5.1f', '%%%d'):
    print(form, form % 42, form % -42, end='  ')
print()
for spec in ('s', 'z', 'dd', '.2d', '+c', '#c', ',x', ',b', '_c', ',_d', '_,d', '5.', 'y', '=<', '10d10', '.d', ',s', '\u00e9'):
    try:
        print(spec, format(42, spec))
    except ValueError as e:
        print(spec, e)
for form, value in (('%d', 'a'), ('%x', 1.5), ('%d', None), ('%c', 'ab'), ('%c', -1), ('%c', 1.5), ('%y', 1), ('%', 1), ('%d %d', (1,)), ('%d', (1, 2)), ('%(a)d', {'b': 1}), ('%d', [1]), ('%*d', (5, 42)), ('%-*d|', (5, 42)), ('%.*f', (2, 1.5)), ('%(a)5d', {'a': 3}), ('%5%', ())):
    try:
        print(form, value, form % value)
    except Exception as e:
        print(form, value, type(e).__name__, e)
width, places = 12, 3
print(f'{255:{width}}|{255:<{width}x}|{255:{"^"}{width}}|{3.14159:{width}.{places}f}|{255:>{width - 4},}|{-5:+}|{5!r:>4}|{10 ** 6:_}|')
print('{0:{1}}|{0:>{w}.{p}f}|{2[1]:03d}|{3.real:+}'.format(9, 6, [1, 2], 5, w=8, p=2))
