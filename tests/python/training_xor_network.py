"""A network of two layers that learns XOR by back propagation, without any library."""
import math
import random

rng = random.Random(7)


def sigmoid(x):
    return 1.0 / (1.0 + math.exp(-x))


class Layer(object):
    def __init__(self, inputs, outputs):
        self.weights = [[rng.uniform(-1, 1) for _ in range(inputs)] for _ in range(outputs)]
        self.biases = [0.0] * outputs

    def forward(self, x):
        self.x = x
        self.y = [sigmoid(sum(w * v for w, v in zip(row, x)) + b)
                  for row, b in zip(self.weights, self.biases)]
        return self.y

    def backward(self, grad, rate):
        delta = [g * y * (1 - y) for g, y in zip(grad, self.y)]
        back = [sum(d * row[i] for d, row in zip(delta, self.weights))
                for i in range(len(self.x))]
        for j, d in enumerate(delta):
            self.biases[j] -= rate * d
            for i, v in enumerate(self.x):
                self.weights[j][i] -= rate * d * v
        return back


DATA = [((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)]
layers = [Layer(2, 3), Layer(3, 1)]


def predict(x):
    for layer in layers:
        x = layer.forward(x)
    return x[0]


for epoch in range(3001):
    total = 0.0
    for x, target in DATA:
        error = predict(x) - target
        total += error ** 2
        grad = [2 * error]
        for layer in reversed(layers):
            grad = layer.backward(grad, 0.8)
    if epoch % 1000 == 0:
        print('epoch %4d loss %.5f' % (epoch, total / len(DATA)))
for x, target in DATA:
    print(x, target, int(round(predict(x))))
print([len(layer.weights) for layer in layers])
