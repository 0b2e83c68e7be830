"""Building a vocabulary, ids for words, padding, one-hot rows, and back again."""
import collections

TEXTS = ['the cat sat', 'the dog sat on the mat', 'a cat and a dog']
PAD, UNK = '<pad>', '<unk>'


def build(texts, most=6):
    counts = collections.Counter(word for text in texts for word in text.split())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    words, _ = zip(*ranked[:most])
    ids = {word: i for i, word in enumerate((PAD, UNK) + words)}
    return ids, {i: w for w, i in ids.items()}


def encode(text, ids, length=None):
    row = [ids.get(word, ids[UNK]) for word in text.split()]
    if length is not None:
        row = (row + [ids[PAD]] * length)[:length]
    return row


def one_hot(row, depth):
    return [[int(i == k) for k in range(depth)] for i in row]


ids, words = build(TEXTS)
print(ids)
rows = [encode(text, ids, 5) for text in TEXTS]
for row in rows:
    print(row, ' '.join(words[i] for i in row))
lengths = [sum(i != ids[PAD] for i in row) for row in rows]
print(lengths, max(lengths))
print(one_hot(rows[0][:2], len(ids)))
columns = [list(column) for column in zip(*rows)]
print(columns, [list(c) for c in zip(*columns)] == rows)
unknown = sum(i == ids[UNK] for row in rows for i in row)
print('unknown: %d of %d' % (unknown, sum(lengths)))
