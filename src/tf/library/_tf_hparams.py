# tf.contrib.training.HParams. A name a_b here is tf.a.b (library.def).
import json
import numbers
import re

import _library

__name__ = 'tensorflow.contrib.training.python.training.hparam'

_PARAMETER = re.compile(r'(?P<name>[a-zA-Z][\w\.]*)(\[\s*(?P<index>\d+)\s*\])?\s*=\s*'
                        r'((?P<val>[^,\[]*)|\[(?P<vals>[^\]]*)\])($|,\s*)')

_texts = (str, bytes, type(b''.decode('utf-8')))    # the last one is unicode in Python 2


def _cast(name, kind, value):
    text = isinstance(value, _texts)
    if issubclass(kind, type(None)):
        return value
    if (issubclass(kind, _texts) and not text or
            issubclass(kind, bool) != isinstance(value, bool) or
            issubclass(kind, numbers.Integral) and not isinstance(value, numbers.Integral) or
            issubclass(kind, numbers.Number) and not isinstance(value, numbers.Number)):
        raise ValueError("Could not cast hparam '%s' of type '%s' from value %r" % (name, kind, value))
    return kind(value)


class _Parsing:
    """One text of assignments."""

    def __init__(self, values):
        self.values, self.found = values, {}

    def fail(self, name, kind, value):
        raise ValueError("Could not parse hparam '%s' of type '%s' with value '%s' in %s" %
                         (name, kind.__name__, value, self.values))

    def again(self, name):
        raise ValueError("Multiple assignments to variable '%s' in %s" % (name, self.values))

    def one(self, name, kind, text, whole):
        if kind is bool and text in ('true', 'True', 'false', 'False'):
            return text in ('true', 'True')
        try:
            return bool(int(text)) if kind is bool else kind(text)
        except ValueError:
            self.fail(name, kind, whole)

    def scalar(self, name, kind, m):
        value = self.one(name, kind, m['val'], m['val'])
        if not m['index']:
            if name in self.found:
                self.again(name)
            self.found[name] = value
            return
        places = self.found.setdefault(name, {})
        at = int(m['index'])
        if not isinstance(places, dict):
            self.again(name)
        if at in places:
            self.again('%s[%d]' % (name, at))
        places[at] = value

    def list(self, name, kind, m):
        if m['index'] is not None:
            raise ValueError('Assignment of a list to a list index.')
        if name in self.found:
            self.again(name)
        self.found[name] = [self.one(name, kind, e, m['vals'])
                            for e in re.split('[ ,]', m['vals']) if e]


def contrib_training_parse_values(values, type_map):
    p, pos = _Parsing(values), 0
    while pos < len(values):
        m = _PARAMETER.match(values, pos)
        if not m:
            raise ValueError('Malformed hyperparameter value: %s' % values[pos:])
        pos = m.end()
        m = m.groupdict()
        name = m['name']
        if name not in type_map:
            raise ValueError('Unknown hyperparameter type for %s' % name)
        (p.scalar if m['val'] is not None else p.list)(name, type_map[name], m)
    return p.found


class contrib_training_HParams:
    def __init__(self, hparam_def=None, model_structure=None, **kwargs):
        if hparam_def:
            _library.refuse('HParams: hparam_def')
        self._hparam_types = {}
        self._model_structure = model_structure
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def add_hparam(self, name, value):
        if getattr(self, name, None) is not None:
            raise ValueError('Hyperparameter name is reserved: %s' % name)
        if isinstance(value, (list, tuple)):
            if not value:
                raise ValueError('Multi-valued hyperparameters cannot be empty: %s' % name)
            self._hparam_types[name] = (type(value[0]), True)
        else:
            self._hparam_types[name] = (type(value), False)
        setattr(self, name, value)

    def set_hparam(self, name, value):
        kind, many = self._hparam_types[name]
        if isinstance(value, list):
            if not many:
                raise ValueError('Must not pass a list for single-valued parameter: %s' % name)
            setattr(self, name, [_cast(name, kind, v) for v in value])
        else:
            if many:
                raise ValueError('Must pass a list for multi-valued parameter: %s.' % name)
            setattr(self, name, _cast(name, kind, value))

    def del_hparam(self, name):
        if hasattr(self, name):
            delattr(self, name)
            del self._hparam_types[name]

    def parse(self, values):
        kinds = {name: kind for name, (kind, many) in self._hparam_types.items()}
        return self.override_from_dict(contrib_training_parse_values(values, kinds))

    def override_from_dict(self, values_dict):
        for name, value in values_dict.items():
            self.set_hparam(name, value)
        return self

    set_from_map = override_from_dict

    def set_model_structure(self, model_structure):
        self._model_structure = model_structure

    def get_model_structure(self):
        return self._model_structure

    def to_json(self, indent=None, separators=None, sort_keys=False):
        return json.dumps(self.values(), indent=indent, separators=separators, sort_keys=sort_keys)

    def parse_json(self, values_json):
        return self.override_from_dict(json.loads(values_json))

    def values(self):
        return {n: getattr(self, n) for n in self._hparam_types}

    def get(self, key, default=None):
        if key not in self._hparam_types:
            return default
        if default is not None:
            kind, many = self._hparam_types[key]
            why = "Hparam '%s' of type '%s' is incompatible with default=%s" % (
                key, 'list<%s>' % kind if many else str(kind), default)
            if many != isinstance(default, list):
                raise ValueError(why)
            try:
                for value in default if many else [default]:
                    _cast(key, kind, value)
            except ValueError as e:
                raise ValueError('%s. %s' % (why, e))
        return getattr(self, key)

    def __contains__(self, key):
        return key in self._hparam_types

    def __str__(self):
        return str(sorted(self.values().items()))

    def __repr__(self):
        return 'HParams(%s)' % self
