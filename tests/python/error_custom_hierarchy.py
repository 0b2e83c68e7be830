"""A family of exceptions: attributes, chaining, cleaning up, else and finally in order."""


class AppError(Exception):
    code = 1

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        text = super().__str__()
        if self.details:
            text += ' (%s)' % ', '.join('%s=%r' % kv for kv in sorted(self.details.items()))
        return text


class ConfigError(AppError):
    code = 2


class MissingKey(ConfigError, KeyError):
    code = 3


def lookup(config, key):
    try:
        return config[key]
    except KeyError as e:
        raise MissingKey('missing', key=e.args[0], known=sorted(config)) from e
    except TypeError:
        raise ConfigError('no config at all')


def attempt(f, *args):
    order = []
    try:
        order.append('try')
        value = f(*args)
    except ConfigError as e:
        order.append('except')
        value = '%s[%d]: %s' % (type(e).__name__, e.code, e)
        chain = []
        while e:
            chain.append(type(e).__name__)
            e = e.__cause__ or e.__context__
        value += ' <- '.join([''] + chain[1:])
    else:
        order.append('else')
    finally:
        order.append('finally')
    return value, order


for args in (({'a': 1}, 'a'), ({'a': 1, 'b': 2}, 'c'), (None, 'a')):
    print(*attempt(lookup, *args))


def cleanup(log):
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return 'returned'
            log.append('body %d' % i)
        finally:
            log.append('clean %d' % i)


log = []
print(cleanup(log), log)


def overrides():
    try:
        raise AppError('lost')
    finally:
        return 'finally wins'


print(overrides(), [c.__name__ for c in MissingKey.__mro__])
try:
    try:
        {}['x']
    except KeyError:
        [][1]
except IndexError as e:
    print(repr(e), '|', repr(e.__context__), '|', e.__cause__)
print(issubclass(MissingKey, LookupError), MissingKey('m').args, repr(AppError('a', b=1)), str(AppError('')))
