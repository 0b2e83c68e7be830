"""Validating records: all errors gathered, with paths, and a summary."""


class Invalid(ValueError):
    def __init__(self, errors):
        self.errors = errors
        super(Invalid, self).__init__('%d error%s' % (len(errors), '' if len(errors) == 1 else 's'))


def kind(*types):
    def check(value):
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            yield '', 'must be %s, not %s' % (' or '.join(t.__name__ for t in types), type(value).__name__)
    return check


def between(low, high):
    def check(value):
        try:
            if not low <= value <= high:
                yield '', '%r is not between %r and %r' % (value, low, high)
        except TypeError:
            yield '', 'cannot be compared'
    return check


def every(check):
    def run(values):
        for i, value in enumerate(values):
            for path, error in check(value):
                yield '[%d]%s' % (i, path), error
    return run


def record(**fields):
    def check(value):
        for name in sorted(fields):
            if name not in value:
                yield '.' + name, 'is missing'
                continue
            for path, error in fields[name](value[name]):
                yield '.' + name + path, error
        for name in sorted(set(value) - set(fields)):
            yield '.' + name, 'is not known'
    return check


def both(*checks):
    return lambda value: (pair for check in checks for pair in check(value))


layer = record(units=both(kind(int), between(1, 1024)), name=kind(str))
model = record(layers=every(layer), rate=both(kind(int, float), between(0, 1)))


def validate(check, value):
    errors = list(check(value))
    if errors:
        raise Invalid(errors)
    return value


GOOD = {'layers': [{'units': 10, 'name': 'a'}], 'rate': 0.1}
BAD = {'layers': [{'units': 0, 'name': 'a'}, {'units': '3', 'nam': 'b'}, {'units': True, 'name': 1}], 'rate': 7, 'x': 1}
print(validate(model, GOOD) is GOOD)
try:
    validate(model, BAD)
except Invalid as e:
    print(e)
    for path, error in e.errors:
        print('  model%-18s %s' % (path, error))
try:
    validate(record(a=kind(type(None))), {'a': 0})
except ValueError as e:
    print(e, e.errors)
