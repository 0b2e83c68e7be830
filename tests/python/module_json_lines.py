"""Records in JSON, one a line, with errors told by line."""
import io
import json

TEXT = '''{"id": 1, "tags": ["a", "b"], "score": 0.5}
{"id": 2, "tags": []}

{"id": 3, "tags": ["a"], "score": 1e-3
{"id": 4, "score": -0}
'''


def read(f):
    for n, line in enumerate(f, 1):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except json.JSONDecodeError as e:
            print('line %d: %s (column %d)' % (n, e.msg if hasattr(e, 'msg') else 'error', e.colno if hasattr(e, 'colno') else 0))


records = list(read(io.StringIO(TEXT)))
print([r['id'] for r in records], [r.get('score', 'none') for r in records])
print(json.dumps({t: [r['id'] for r in records if t in r.get('tags', ())] for t in 'ab'}, sort_keys=True))
print(json.dumps(records[0], indent=None, separators=(', ', '=')), json.loads('{"a": {"b": [{"c": null}]}}')['a']['b'][0]['c'])
print(json.dumps('quote " backslash \\ slash / tab \t bell \x07 snowman \u2603 emoji \U0001f600'))
