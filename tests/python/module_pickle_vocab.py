"""Data kept between two parts of a program."""
import collections
import pickle

text = 'to be or not to be that is the question'
counter = collections.Counter(text.split())
pairs = sorted(counter.items(), key=lambda p: (-p[1], p[0]))
chars = tuple(w for w, _ in pairs)
vocab = dict(zip(chars, range(len(chars))))
blob = pickle.dumps((chars, vocab), protocol=2)
chars2, vocab2 = pickle.loads(blob)
print(chars2 == chars, vocab2 == vocab, isinstance(blob, bytes), vocab2['be'])
Step = collections.namedtuple('Step', 'n loss')
history = [Step(i, 1.0 / (i + 1)) for i in range(3)]
again = pickle.loads(pickle.dumps(history))
print(again, type(again[0]) is Step, again[1].loss)


class Model:
    version = 3

    def __init__(self, sizes):
        self.sizes = sizes
        self.weights = [[0.0] * n for n in sizes]
        self.parent = self

    def __repr__(self):
        return 'Model(%s)' % self.sizes


m = pickle.loads(pickle.dumps({'model': Model([2, 3]), 'step': 10}))
print(m, m['model'].weights, m['model'].parent is m['model'], m['model'].version, pickle.HIGHEST_PROTOCOL >= 2)
print(pickle.loads(pickle.dumps(float('inf'))), pickle.loads(pickle.dumps('é' * 3)), pickle.loads(pickle.dumps([(), [], {}, set()])))
