"""Encoders, decoders and hooks of json."""
import json
from collections import OrderedDict, namedtuple
from datetime import date


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        return json.JSONEncoder.default(self, o)


print(json.dumps({'d': date(2018, 1, 2), 's': {3, 1}}, cls=Encoder, sort_keys=True), Encoder(indent=1).encode([1, {2}]))
try:
    json.dumps([object], cls=Encoder)
except TypeError as e:
    print(e)
print(json.loads('{"b": 1, "a": [1.5, 2]}', object_pairs_hook=OrderedDict), json.loads('[1.10, 2]', parse_float=str, parse_int=float))
Point = namedtuple('Point', 'x y')
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: Point(**d)), json.dumps(Point(1, 2)), json.JSONDecoder().decode('[1]'))


def as_complex(d):
    return ('C', d['re'], d['im']) if 're' in d else d


print(json.loads('[{"re": 1, "im": 2}, {"other": {"re": 0, "im": 1}}]', object_hook=as_complex))
