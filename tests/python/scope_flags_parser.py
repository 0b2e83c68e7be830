"""A flags module: definitions, defaults, command lines, help, and FLAGS as an object."""


class Flags(object):
    def __init__(self):
        object.__setattr__(self, '_defined', {})
        object.__setattr__(self, '_values', {})

    def _define(self, name, default, help, convert):
        if name in self._defined:
            raise KeyError('flag %s is defined twice' % name)
        self._defined[name] = (default, help, convert)
        self._values[name] = default

    def __getattr__(self, name):
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        if name not in self._defined:
            raise AttributeError('no flag %r' % name)
        self._values[name] = value

    def parse(self, argv):
        rest, argv = [], list(argv)
        while argv:
            arg = argv.pop(0)
            if not arg.startswith('--'):
                rest.append(arg)
                continue
            name, equals, text = arg[2:].partition('=')
            negated = name.startswith('no') and name[2:] in self._defined
            name = name[2:] if negated else name
            if name not in self._defined:
                raise SystemExit('unknown flag --%s' % name)
            convert = self._defined[name][2]
            if convert is boolean and not equals:
                self._values[name] = not negated
            else:
                self._values[name] = convert(text if equals else argv.pop(0))
        return rest

    def __iter__(self):
        return iter(sorted(self._defined))


def boolean(text):
    if text.lower() not in ('true', 'false', '1', '0'):
        raise ValueError('no boolean: %s' % text)
    return text.lower() in ('true', '1')


FLAGS = Flags()
for kind, convert in (('string', str), ('integer', int), ('float', float), ('boolean', boolean)):
    globals()['DEFINE_' + kind] = lambda name, default, help, convert=convert: FLAGS._define(name, default, help, convert)
DEFINE_string('data_dir', '/tmp/data', 'where the data is')
DEFINE_integer('steps', 1000, 'how long')
DEFINE_float('rate', 0.01, 'learning rate')
DEFINE_boolean('verbose', False, 'say more')

print(FLAGS.steps, FLAGS.rate, FLAGS.parse('--steps=20 a.txt --rate 0.5 --verbose b.txt --data_dir=x=y'.split()))
print([(name, getattr(FLAGS, name)) for name in FLAGS])
FLAGS.parse(['--noverbose'])
FLAGS.steps += 1
print(FLAGS.verbose, FLAGS.steps)
for wrong in (lambda: FLAGS.parse(['--speed', '1']), lambda: FLAGS.parse(['--steps=many']), lambda: FLAGS.other,
              lambda: setattr(FLAGS, 'new', 1), lambda: DEFINE_float('rate', 1, ''), lambda: FLAGS.parse(['--verbose=maybe'])):
    try:
        wrong()
    except (SystemExit, ValueError, AttributeError, KeyError) as e:
        print(type(e).__name__, e)
