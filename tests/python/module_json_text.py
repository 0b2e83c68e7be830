"""JSON written and read."""
import json

data = {'name': 'net', 'layers': [1, 2.5, None, True], 'nested': {'é': '"quoted"\n', 'b': []}, 'e': {}}
print(json.dumps(data))
print(json.dumps(data, sort_keys=True, indent=2))
print(json.dumps(data, ensure_ascii=False, separators=(',', ':')))
print(json.loads(json.dumps(data)) == data, json.loads(' [1, -2.5e3, "\\u00e9\\n", false, null] '))
print(json.dumps([float('inf'), 1e100, 0.1, -0.0, 10 ** 15, 1e-7]), json.dumps('a\tb\\/\x01'), json.dumps((1, (2,))))
print(json.dumps({1: 'a', None: 'b', True: 'c', 2.5: 'd'}), json.dumps([[], {}], indent=1), json.dumps({}, indent=4))
for bad in ('{', '[1,]', '{"a" 1}', 'nul', '"abc', '[1] x', '', '{"a": 1,}', "{'a': 1}"):
    try:
        json.loads(bad)
    except ValueError as e:
        print(type(e).__name__, e)
try:
    json.dumps({'f': print})
except TypeError as e:
    print(e)
print(json.dumps({'s': {1, 2}}, default=lambda o: sorted(o)))


class Point:
    def __init__(self, x):
        self.x = x


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {'point': o.x}
        return super().default(o)


print(json.dumps([Point(1)], cls=Encoder), Encoder().encode(Point(2)))
print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s + '!'))
print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.dumps(float('nan')))
