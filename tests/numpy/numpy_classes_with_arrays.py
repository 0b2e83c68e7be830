# Objects that hold arrays.
import numpy as np


class Layer(object):
    count = 0

    def __init__(self, n_in, n_out, rng):
        self.w = rng.uniform(-1, 1, (n_in, n_out)).round(2)
        self.b = np.zeros(n_out)
        Layer.count += 1

    def __call__(self, x):
        self.x = np.asarray(x)
        return np.maximum(0, self.x.dot(self.w) + self.b)

    def __repr__(self):
        return 'Layer(%dx%d)' % self.w.shape

    @property
    def size(self):
        return self.w.size + self.b.size


class Network:
    def __init__(self, sizes, seed=0):
        rng = np.random.RandomState(seed)
        self.layers = [Layer(a, b, rng) for a, b in zip(sizes[:-1], sizes[1:])]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def __len__(self):
        return sum(layer.size for layer in self.layers)


net = Network([3, 4, 2])
print(net.layers, len(net), Layer.count)
print(net(np.eye(3)), net([[1, 2, 3]]))
print(net.layers[0].w, net.layers[1].x.shape)
