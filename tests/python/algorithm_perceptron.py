# Learning by hand, before any framework: regression, a perceptron, logistic regression, a small net, softmax.
import math
import random


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def softmax(values):
    top = max(values)
    powers = [math.exp(v - top) for v in values]
    return [p / sum(powers) for p in powers]


def descend(points, rate=0.05, steps=200):
    w = b = 0.0
    for step in range(steps):
        gw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
        gb = sum(2 * (w * x + b - y) for x, y in points) / len(points)
        w, b = w - rate * gw, b - rate * gb
    return w, b


class Perceptron:
    def __init__(self, inputs):
        self.weights, self.bias = [0.0] * inputs, 0.0

    def __call__(self, x):
        return int(dot(self.weights, x) + self.bias > 0)

    def train(self, data, epochs=20):
        for epoch in range(epochs):
            wrong = 0
            for x, target in data:
                error = target - self(x)
                if error:
                    wrong += 1
                    self.weights = [w + error * v for w, v in zip(self.weights, x)]
                    self.bias += error
            if not wrong:
                return epoch
        return None


class Network:
    def __init__(self, sizes, rng):
        self.layers = [[[rng.uniform(-1, 1) for _ in range(n + 1)] for _ in range(m)] for n, m in zip(sizes, sizes[1:])]

    def forward(self, x):
        self.values = [list(x)]
        for layer in self.layers:
            x = [sigmoid(dot(w, x + [1.0])) for w in layer] if isinstance(x, list) else [sigmoid(dot(w, list(x) + [1.0])) for w in layer]
            self.values.append(x)
        return x

    def back(self, target, rate):
        deltas = [(o - t) * o * (1 - o) for o, t in zip(self.values[-1], target)]
        for i in reversed(range(len(self.layers))):
            inputs = self.values[i] + [1.0]
            below = [sum(d * w[k] for d, w in zip(deltas, self.layers[i])) * inputs[k] * (1 - inputs[k]) for k in range(len(inputs) - 1)]
            self.layers[i] = [[w - rate * d * v for w, v in zip(row, inputs)] for row, d in zip(self.layers[i], deltas)]
            deltas = below


print(descend([(1, 3), (2, 5), (3, 7), (4, 9)]))
gates = {'and': [0, 0, 0, 1], 'or': [0, 1, 1, 1], 'nand': [1, 1, 1, 0], 'xor': [0, 1, 1, 0]}
inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
for name, targets in gates.items():
    p = Perceptron(2)
    print(name, p.train(list(zip(inputs, targets))), p.weights, p.bias, [p(x) for x in inputs])
rng = random.Random(3)
net = Network([2, 3, 1], rng)
losses = []
for epoch in range(300):
    loss = 0
    for x, t in zip(inputs, gates['xor']):
        loss += (net.forward(x)[0] - t) ** 2
        net.back([t], 2.0)
    losses.append(loss)
print(['%.6f' % v for v in losses[::60]], ['%.4f' % net.forward(x)[0] for x in inputs])
print(softmax([1, 2, 3]), softmax([1000, 1000]), sum(softmax([0.1, -5, 2.5])), sigmoid(0), sigmoid(-800), sigmoid(37))
data = [([rng.gauss(c, 1), rng.gauss(-c, 1)], int(c > 0)) for c in (1, -1) for _ in range(15)]
w = [0.0, 0.0, 0.0]
for _ in range(50):
    for x, t in data:
        error = sigmoid(dot(w, x + [1])) - t
        w = [a - 0.1 * error * v for a, v in zip(w, x + [1])]
right = sum((sigmoid(dot(w, x + [1])) > 0.5) == t for x, t in data)
print(['%.6f' % a for a in w], right, '%.4f' % (-sum(math.log(sigmoid(dot(w, x + [1])) if t else 1 - sigmoid(dot(w, x + [1]))) for x, t in data) / len(data)))
