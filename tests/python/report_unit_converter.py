"""Converting units through base units; a table of tables; errors that list choices."""
UNITS = {
    'length': {'m': 1.0, 'km': 1000.0, 'cm': 0.01, 'in': 0.0254, 'mi': 1609.344},
    'time': {'s': 1, 'min': 60, 'h': 3600, 'd': 86400},
    'data': {'B': 1, 'KiB': 2 ** 10, 'MiB': 2 ** 20, 'GiB': 2 ** 30},
}


def kind_of(unit):
    for kind, units in sorted(UNITS.items()):
        if unit in units:
            return kind
    raise LookupError('no unit %r; units are %s' % (unit, ', '.join(sorted(u for us in UNITS.values() for u in us))))


def convert(value, source, target):
    a, b = kind_of(source), kind_of(target)
    if a != b:
        raise TypeError('%s is %s, but %s is %s' % (source, a, target, b))
    return value * UNITS[a][source] / UNITS[a][target]


def human(n):
    for unit in ('B', 'KiB', 'MiB', 'GiB'):
        if n < 1024 or unit == 'GiB':
            return '%.4g %s' % (n, unit)
        n /= 1024


def clock(seconds):
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return '%d:%02d:%06.3f' % (hours, minutes, seconds)


for query in ('42.195 km mi', '1 in cm', '36 h d', '5 GiB MiB', '3 m s', '1 ft m', 'x m cm'):
    value, source, target = query.split()
    try:
        print('{} = {:.6g} {}'.format(query.rsplit(' ', 1)[0], convert(float(value), source, target), target))
    except (TypeError, LookupError, ValueError) as e:
        print(type(e).__name__ + ':', e)
print([human(n) for n in (0, 1023, 1024, 123456, 10 ** 8, 2 ** 41)])
print([clock(s) for s in (0, 59.9994, 3661.5, 86399)])
