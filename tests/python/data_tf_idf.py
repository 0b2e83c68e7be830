"""Documents as vectors: term frequencies, inverse document frequencies, cosines."""
import math

DOCS = {
    'd1': 'the graph holds the nodes',
    'd2': 'the session runs the graph',
    'd3': 'variables live in scopes',
}


def tf(words):
    return {w: words.count(w) / len(words) for w in words}


def dot(a, b):
    return sum(a[w] * b.get(w, 0.0) for w in sorted(a))


def norm(a):
    return math.sqrt(dot(a, a))


def cosine(a, b):
    n = norm(a) * norm(b)
    return dot(a, b) / n if n else 0.0


words = {name: text.split() for name, text in DOCS.items()}
documents = len(words)
df = {}
for ws in words.values():
    for w in set(ws):
        df[w] = df.get(w, 0) + 1
idf = {w: math.log(documents / df[w]) for w in df}
vectors = {name: {w: f * idf[w] for w, f in tf(ws).items()} for name, ws in words.items()}
for name in sorted(vectors):
    top = sorted(vectors[name].items(), key=lambda kv: (-kv[1], kv[0]))[:3]
    print(name, ', '.join('%s %.3f' % pair for pair in top))
names = sorted(vectors)
print('    ' + '  '.join('%5s' % n for n in names))
for a in names:
    print(a, *('%6.3f' % cosine(vectors[a], vectors[b]) for b in names))
query = tf('graph session'.split())
print(max(names, key=lambda n: cosine(query, vectors[n])), cosine({}, query))
