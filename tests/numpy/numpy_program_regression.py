# A small model in numpy alone: data, batches, gradient steps.
import numpy as np

rng = np.random.RandomState(0)
n, d, k = 60, 2, 3
X = np.zeros((n * k, d))
y = np.zeros(n * k, dtype='uint8')
for j in range(k):
    ix = range(n * j, n * (j + 1))
    r = np.linspace(0.0, 1, n)
    t = np.linspace(j * 4, (j + 1) * 4, n) + rng.randn(n) * 0.2
    X[ix] = np.c_[r * np.sin(t), r * np.cos(t)] if False else np.column_stack([r * np.sin(t), r * np.cos(t)])
    y[ix] = j
one_hot = np.eye(k)[y]
print(X.shape, y.dtype, one_hot.sum(axis=0), one_hot[[0, 60, 179]])

W = 0.01 * rng.randn(d, k)
b = np.zeros((1, k))
for i in range(50):
    scores = np.dot(X, W) + b
    exp = np.exp(scores - scores.max(axis=1, keepdims=True))
    probs = exp / np.sum(exp, axis=1, keepdims=True)
    loss = -np.mean(np.log(probs[range(n * k), y]))
    ds = probs.copy()
    ds[np.arange(n * k), y] -= 1
    ds /= n * k
    W -= 1.0 * np.dot(X.T, ds)
    b -= 1.0 * np.sum(ds, axis=0, keepdims=True)
    if i % 10 == 0:
        print('step %d: loss %.4f' % (i, loss))
predicted = np.argmax(np.dot(X, W) + b, axis=1)
print('accuracy: %.2f' % np.mean(predicted == y), W.round(3), b.round(3))


def batches(data, size, shuffle=True):
    order = np.arange(len(data))
    if shuffle:
        rng.shuffle(order)
    for start in range(0, len(data), size):
        yield data[order[start:start + size]]


for batch in batches(np.arange(10) * 1.5, 4):
    print(batch, batch.shape)

seq = np.array([[(i + j) / 100.0 for i in range(5)] for j in range(3)], dtype=np.float32)
print(seq, seq.dtype, seq[:, :-1].shape, np.reshape(seq, [3, 5, 1]).shape)
xs = np.linspace(-1, 1, 5)[:, np.newaxis]
noise = np.random.RandomState(1).normal(0, 0.05, xs.shape)
ys = np.square(xs) - 0.5 + noise
print(xs.shape, ys.astype(np.float32))
img = np.random.RandomState(2).randint(0, 256, (2, 4, 4, 1)).astype(np.float32) / 255
print(img.shape, img.mean(), img[0, :2, :2, 0])
vocab = {w: i for i, w in enumerate(sorted(set('the cat sat on the mat'.split())))}
ids = np.array([vocab[w] for w in 'the cat sat'.split()])
print(ids, one_hot.shape, np.eye(len(vocab))[ids].argmax(1))
total = 0
for row in seq:
    total += row.sum()
    for v in row:
        total += v * 0
print('%.4f' % total, type(total).__name__)
m = np.zeros((3, 3), np.int32)
for i in range(3):
    for j in range(3):
        m[i, j] = i * 3 + j
m[1] += 10
print(m, m.T.tolist(), [list(r) for r in m], dict(zip('abc', m[0])))
print(np.mean([1, 2, 3]), sum(np.array([1, 2, 3])), np.array([1, 2, 3]).std(), max(np.array([1.5, 2.5])))
