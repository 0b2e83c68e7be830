"""Settings of a model in JSON."""
import io
import json


class Config:
    def __init__(self, vocab, hidden=768, layers=12, act='gelu'):
        self.vocab, self.hidden, self.layers, self.act = vocab, hidden, layers, act

    @classmethod
    def from_dict(cls, d):
        c = cls(vocab=None)
        for k, v in d.items():
            c.__dict__[k] = v
        return c

    @classmethod
    def from_file(cls, f):
        return cls.from_dict(json.load(f))

    def to_json(self):
        return json.dumps(self.__dict__, indent=2, sort_keys=True) + '\n'


c = Config(100, layers=2)
text = c.to_json()
print(text, end='')
again = Config.from_file(io.StringIO(text))
print(again.__dict__ == c.__dict__, again.act)
out = io.StringIO()
json.dump({'loss': [0.5, 0.25], 'best': None, 'done': True}, out)
print(out.getvalue(), json.loads(out.getvalue())['loss'][-1])
lines = '\n'.join(json.dumps({'step': i, 'loss': 1 / (i + 1)}) for i in range(3))
print([json.loads(l)['loss'] for l in lines.splitlines()], json.dumps('\u4f60\n'), json.dumps('\u4f60', ensure_ascii=False), json.dumps([1.0, 1e22, 5e-324]))
