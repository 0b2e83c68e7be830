"""JSON documents: reading, changing, writing with options, encoders of one's own, errors."""
import collections
import json

TEXT = '''{"name": "net", "layers": [{"units": 10, "act": "relu"}, {"units": 1, "act": null}],
 "rate": 1e-3, "tags": [], "ok": true, "text": "caf\\u00e9 \\"q\\" \\\\ \\n", "big": 12345678901234567890}'''
doc = json.loads(TEXT)
print(doc['layers'][0]['units'], doc['rate'], doc['ok'], doc['text'], doc['big'] + 1, doc['layers'][1]['act'])
doc['layers'].append({'units': 2.0, 'act': 'tanh'})
doc['tags'] += ('a', 1)
print(json.dumps(doc, sort_keys=True))
print(json.dumps(doc['layers'], indent=2, separators=(',', ': ')))
print(json.dumps({'b': [1, {'c': []}], 'a': {}}, indent=4, sort_keys=True))
print(json.dumps([1.0, 1e20, float('inf'), None, True, 'é\t'], ensure_ascii=False), json.dumps('é☃'), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}))
Point = collections.namedtuple('Point', 'x y')


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return json.JSONEncoder.default(self, o)


def fallback(o):
    if isinstance(o, complex):
        return [o.real, o.imag]
    raise TypeError('cannot write %s' % type(o).__name__)


print(json.dumps({'p': Point(1, 2), 'c': 1 + 2j}, default=fallback), json.dumps({'s': {3, 1, 2}}, cls=Encoder))
print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items())), json.loads('[1.5, 2]', parse_float=str))
print(json.loads('{"z": 1, "a": 2}', object_pairs_hook=collections.OrderedDict))
for bad in ('{"a": 1,}', "{'a': 1}", '[1, 2', '', 'nul', '{"a" 1}', '[1] 2', '"\t"'):
    try:
        print(json.loads(bad))
    except ValueError as e:
        print(type(e).__name__, e)
for bad in (set(), {(1, 2): 3}, object):
    try:
        json.dumps(bad)
    except TypeError as e:
        print(e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
print(json.loads(json.dumps(doc)) == doc, json.loads(' [ ] '), json.loads('-0.0'), json.loads('"\\ud83d\\ude00"'))
