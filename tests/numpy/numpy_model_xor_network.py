# Two layers by hand: forward, backward, descent.
import numpy as np

np.random.seed(1)
x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
y = np.array([[0], [1], [1], [0]], dtype=float)
w1, b1 = np.random.randn(2, 4), np.zeros(4)
w2, b2 = np.random.randn(4, 1), np.zeros(1)


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


for i in range(3001):
    h = sigmoid(x @ w1 + b1)
    o = sigmoid(h @ w2 + b2)
    loss = np.mean((y - o) ** 2)
    d2 = (o - y) * o * (1 - o)
    d1 = d2 @ w2.T * h * (1 - h)
    w2 -= h.T @ d2
    b2 -= d2.sum(axis=0)
    w1 -= x.T @ d1
    b1 -= d1.sum(axis=0)
    if i % 1000 == 0:
        print(i, '%.6f' % loss)
print(o.round(3).ravel(), (o > 0.5).astype(int).T)
print(w1.shape, b1.shape, w2.shape, b2.shape)
