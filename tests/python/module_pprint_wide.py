"""Pretty printing."""
from pprint import pprint, pformat
import pprint as pp

pprint({'b': 1, 'a': [1, 2, 3]})
pprint(list(range(40)))
pprint({'key%d' % i: 'a value of some length %d' % i for i in range(4)})
pprint([{'name': 'conv1', 'shape': (3, 3, 64), 'trainable': True}, {'name': 'a much longer name for a layer', 'shape': (1,)}])
pprint((1,))
pprint('a short text')
pprint({'nested': {'deep': {'deeper': ['x' * 30, 'y' * 30, 'z' * 30]}}}, width=60)
print(pformat([1, [2, [3, [4]]]], depth=2), pformat({3, 1, 2}), pformat(()))
pprint([[1, 2], [3, 4]], width=10, indent=2)
pp.PrettyPrinter(indent=4).pprint({'x': list('abcdefghijklmnopqrstuvwxyz')})
pprint('word ' * 30)
pprint({1: 'a', 'b': 2, None: 3})
