"""Accuracy, precision, recall, F1 and a confusion matrix as a table."""
from collections import Counter, namedtuple

Metrics = namedtuple('Metrics', 'precision recall f1')
truth = 'cat dog cat bird dog cat cat bird dog dog cat bird'.split()
guess = 'cat dog dog bird dog cat bird bird cat dog cat cat'.split()


def safe(a, b):
    return a / b if b else 0.0


def metrics(label):
    tp = sum(t == g == label for t, g in zip(truth, guess))
    fp = sum(g == label != t for t, g in zip(truth, guess))
    fn = sum(t == label != g for t, g in zip(truth, guess))
    p, r = safe(tp, tp + fp), safe(tp, tp + fn)
    return Metrics(p, r, safe(2 * p * r, p + r))


labels = sorted(set(truth))
matrix = Counter(zip(truth, guess))
width = max(map(len, labels)) + 2
print(' ' * width + ''.join(label.rjust(width) for label in labels))
for row in labels:
    print(row.ljust(width) + ''.join(str(matrix[row, column]).rjust(width) for column in labels))
print()
for label in labels:
    m = metrics(label)
    print('{:<{w}} {m.precision:.3f} {m.recall:.3f} {m.f1:.3f}'.format(label, w=width, m=m))
accuracy = sum(t == g for t, g in zip(truth, guess)) / len(truth)
macro = [sum(column) / len(labels) for column in zip(*map(metrics, labels))]
print('accuracy %.4f' % accuracy, 'macro', [round(v, 4) for v in macro])
print(metrics('fish'), metrics('cat')._asdict()['recall'] == metrics('cat')[1])
