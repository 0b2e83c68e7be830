# Logistic regression by gradient descent.
import numpy as np

np.random.seed(0)
x = np.random.randn(100, 2)
true = np.array([2.0, -3.0])
y = (x.dot(true) + 0.5 > 0).astype(np.float64)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


w, b = np.zeros(2), 0.0
for epoch in range(200):
    p = sigmoid(x.dot(w) + b)
    loss = -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))
    w -= 0.5 * x.T.dot(p - y) / len(y)
    b -= 0.5 * np.mean(p - y)
    if epoch % 50 == 0:
        print('epoch %3d loss %.6f' % (epoch, loss))
print('w', np.round(w, 5), 'b', round(float(b), 5))
print('accuracy', np.mean((sigmoid(x.dot(w) + b) > 0.5) == y))
