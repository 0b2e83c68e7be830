"""Objects to bytes and back, in memory."""
import io
import pickle
from collections import OrderedDict


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Guarded:
    def __init__(self):
        self.keep, self.drop = 1, print

    def __getstate__(self):
        return {'keep': self.keep}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.restored = True


def double(x):
    return x * 2


samples = [None, True, 0, -1, 2 ** 31, -2 ** 40, 10 ** 30, 1.5, 'text é', b'\x00\xff', (), (1,), (1, 2, 3, 4), [], [1, [2]],
           {'a': 1, 2: [None]}, {1, 2}, frozenset('ab'), double, Point, len]
for x in samples:
    y = pickle.loads(pickle.dumps(x))
    print(y == x, type(y) is type(x), end=' ')
print()
p = pickle.loads(pickle.dumps(Point(1, [2])))
print(p == Point(1, [2]), p.x, p.y)
shared = [1]
a, b = pickle.loads(pickle.dumps([shared, shared]))
print(a is b)
ring = [1]
ring.append(ring)
again = pickle.loads(pickle.dumps(ring))
print(again[1] is again, pickle.loads(pickle.dumps(Guarded())).__dict__)
f = io.BytesIO()
pickle.dump({'vocab': {'the': 0, 'a': 1}}, f)
pickle.dump([1, 2], f)
f.seek(0)
print(pickle.load(f), pickle.load(f))
try:
    pickle.load(f)
except EOFError as e:
    print(type(e).__name__, e)
for data in (b'\x80\x03}q\x00X\x01\x00\x00\x00aq\x01K\x05s.', b'(lp0\nI1\naI2\na.', b"(dp0\nS'a'\np1\nI3\ns.", b'\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01K\x02\x8c\x01x\x94e.', b'I01\n.'):
    print(pickle.loads(data))
try:
    pickle.dumps(lambda: 1)
except (pickle.PicklingError, AttributeError) as e:
    print('refused')
