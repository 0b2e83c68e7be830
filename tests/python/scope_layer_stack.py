"""Layers as objects that build themselves when first called; a model that counts."""


class Layer(object):
    _counts = {}

    def __init__(self, name=None):
        base = type(self).__name__.lower()
        n = Layer._counts.get(base, 0)
        Layer._counts[base] = n + 1
        self.name = name or (base if not n else '%s_%d' % (base, n))
        self.built = False
        self.weights = {}

    def __call__(self, shape):
        if not self.built:
            self.build(shape)
            self.built = True
        return self.call(shape)

    def build(self, shape):
        pass

    def call(self, shape):
        raise NotImplementedError('%s.call' % type(self).__name__)

    def add_weight(self, name, shape):
        self.weights['%s/%s' % (self.name, name)] = shape


class Dense(Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super(Dense, self).__init__(**kwargs)
        self.units, self.use_bias = units, use_bias

    def build(self, shape):
        self.add_weight('kernel', (shape[-1], self.units))
        if self.use_bias:
            self.add_weight('bias', (self.units,))

    def call(self, shape):
        kernel = self.weights[self.name + '/kernel']
        if shape[-1] != kernel[0]:
            raise ValueError('%s expects %d columns, got %d' % (self.name, kernel[0], shape[-1]))
        return shape[:-1] + (self.units,)


class Flatten(Layer):
    def call(self, shape):
        n = 1
        for d in shape[1:]:
            n *= d
        return shape[0], n


class Sequential(Layer):
    def __init__(self, *layers):
        super().__init__()
        self.layers = layers

    def call(self, shape):
        for layer in self.layers:
            before, shape = shape, layer(shape)
            print('%-10s %-16s -> %s' % (layer.name, before, shape))
        return shape

    @property
    def parameters(self):
        total = 0
        for layer in self.layers:
            for shape in layer.weights.values():
                n = 1
                for d in shape:
                    n *= d
                total += n
        return total


model = Sequential(Flatten(), Dense(128), Dense(10, use_bias=False, name='logits'))
print(model((None, 28, 28)), model.parameters, model.name)
print([sorted(l.weights.items()) for l in model.layers])
shared = Dense(4)
print(shared((2, 8)), shared((5, 8)), len(shared.weights), shared.name)
for wrong in (lambda: shared((2, 9)), lambda: Layer()((1,)), lambda: Dense(), lambda: Dense(1, size=2)):
    try:
        wrong()
    except (ValueError, NotImplementedError, TypeError) as e:
        print(type(e).__name__, e)
