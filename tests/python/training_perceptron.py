"""The perceptron on AND, OR and XOR; the last one never converges."""


class Perceptron:
    def __init__(self, n):
        self.w = [0] * n
        self.b = 0

    def __call__(self, x):
        return int(sum(w * v for w, v in zip(self.w, x)) + self.b > 0)

    def fit(self, data, epochs=20):
        for epoch in range(1, epochs + 1):
            errors = 0
            for x, target in data:
                update = target - self(x)
                if update:
                    errors += 1
                    self.w = [w + update * v for w, v in zip(self.w, x)]
                    self.b += update
            if not errors:
                return epoch
        else:
            return None


INPUTS = [(a, b) for a in (0, 1) for b in (0, 1)]
for name, f in (('and', lambda a, b: a & b), ('or', lambda a, b: a | b),
                ('nand', lambda a, b: 1 - (a & b)), ('xor', lambda a, b: a ^ b)):
    p = Perceptron(2)
    epochs = p.fit([(x, f(*x)) for x in INPUTS])
    print('{:>4}: {} w={} b={:+d} {}'.format(
        name, 'converged after %d epochs' % epochs if epochs else 'did not converge', p.w, p.b,
        [p(x) for x in INPUTS]))
