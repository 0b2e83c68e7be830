"""Configuration classes: defaults, inheritance, overrides from text, checks, a diff."""
import copy


class Config(object):
    batch_size = 32
    learning_rate = 0.01
    layers = (128, 64)
    name = 'base'

    def __init__(self, **overrides):
        for key, value in overrides.items():
            if not hasattr(type(self), key) or key.startswith('_'):
                raise AttributeError('%s has no option %r' % (type(self).__name__, key))
            setattr(self, key, value)

    def items(self):
        names = [n for n in dir(self) if not n.startswith('_') and not callable(getattr(self, n))]
        return [(n, getattr(self, n)) for n in names]

    def override(self, text):
        new = copy.copy(self)
        for part in text.split(','):
            key, value = part.split('=')
            kind = type(getattr(self, key))
            setattr(new, key, kind(value) if kind is not bool else value == 'True')
        return new

    def diff(self, other):
        mine, theirs = dict(self.items()), dict(other.items())
        return {k: (mine.get(k), theirs.get(k)) for k in sorted(set(mine) | set(theirs))
                if mine.get(k) != theirs.get(k)}

    def __str__(self):
        return '\n'.join('%-14s %r' % pair for pair in self.items())


class Large(Config):
    name = 'large'
    layers = (1024,) * 3
    dropout = 0.5


base, large = Config(), Large(batch_size=256)
print(base, '', large, sep='\n')
print(base.diff(large))
tuned = base.override('learning_rate=0.5,batch_size=8,name=tuned')
print(tuned.learning_rate, tuned.batch_size, tuned.name, base.batch_size, Config.name)
for bad in ({'momentum': 1}, {'_x': 1}):
    try:
        Config(**bad)
    except AttributeError as e:
        print(e)
print(vars(base), vars(tuned) == {'learning_rate': 0.5, 'batch_size': 8, 'name': 'tuned'})
