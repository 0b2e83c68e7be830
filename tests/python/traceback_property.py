# Through a property, a comprehension and a lambda.
class Model:
    def __init__(self, layers):
        self.layers = layers

    @property
    def size(self):
        return sum(map(lambda l: l['units'], self.layers))


m = Model([{'units': 3}, {'unit': 4}])
print(m.layers)
print([model.size for model in (m,)])
