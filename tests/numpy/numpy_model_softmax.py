# Softmax, cross entropy, one-hot labels, accuracy.
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


logits = np.array([[2.0, 1.0, 0.1], [0.5, 2.5, 0.0], [1.0, 1.0, 1.0]])
labels = np.array([0, 1, 2])
p = softmax(logits)
print(p.round(6))
print(p.sum(axis=1).round(9))
one_hot = np.eye(3)[labels]
print(one_hot)
print(round(-np.mean(np.sum(one_hot * np.log(p), axis=1)), 6))
print(-np.log(p[np.arange(3), labels]).round(6))
print('accuracy', (p.argmax(axis=1) == labels).mean())
print('gradient', ((p - one_hot) / len(labels)).round(4).tolist())
