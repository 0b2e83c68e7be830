# What json has beyond module_json.c: encoders and decoders as objects.
import json as _json
import _library


class JSONEncoder:
    item_separator, key_separator = ', ', ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        _library.only('skipkeys of JSONEncoder', skipkeys, False)
        _library.only('check_circular of JSONEncoder', check_circular, True)
        _library.only('allow_nan of JSONEncoder', allow_nan, True)
        self.ensure_ascii, self.sort_keys, self.indent = ensure_ascii, sort_keys, indent
        self._separators = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError('Object of type %s is not JSON serializable' % o.__class__.__name__)

    def encode(self, o):
        return _json.dumps(o, ensure_ascii=self.ensure_ascii, sort_keys=self.sort_keys, indent=self.indent,
                           separators=self._separators, default=self.default)

    def iterencode(self, o):
        yield self.encode(o)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        _library.only('parse_constant of JSONDecoder', parse_constant, None)
        _library.only('strict of JSONDecoder', strict, True)
        self._options = {'object_hook': object_hook, 'object_pairs_hook': object_pairs_hook,
                         'parse_float': parse_float, 'parse_int': parse_int}

    def decode(self, s):
        return _json.loads(s, **self._options)


def _encode(obj, indent, sort_keys, separators, ensure_ascii, default, cls):
    return cls(indent=indent, sort_keys=sort_keys, separators=separators, ensure_ascii=ensure_ascii,
               default=default).encode(obj)


def _decode(s, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, cls):
    given = {'object_hook': object_hook, 'object_pairs_hook': object_pairs_hook, 'parse_float': parse_float,
             'parse_int': parse_int, 'parse_constant': parse_constant}
    return cls(**{k: v for k, v in given.items() if v is not None}).decode(s)
