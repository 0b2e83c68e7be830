"""Copies of nested settings."""
import copy


class Config(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __deepcopy__(self, memo):
        return Config({k: copy.deepcopy(v, memo) for k, v in self.items()})


base = Config(layers=[64, 64], opt={'lr': 0.1})
one, two = copy.copy(base), copy.deepcopy(base)
base.layers.append(10)
base['opt']['lr'] = 0.5
print(type(one).__name__, one, two, two.opt['lr'], hasattr(two, 'missing'))
tree = {'left': {'left': None, 'value': 1}, 'value': 2}
clone = copy.deepcopy(tree)
clone['left']['value'] = 100
print(tree, clone)
rows = [[0] * 3] * 2
deep = copy.deepcopy(rows)
deep[0][0] = 1
print(deep, [list(r) for r in rows], copy.copy([1, 2]) == [1, 2], copy.deepcopy((1, [2]))[1])
