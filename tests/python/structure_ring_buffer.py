"""A ring buffer with iteration, indexing, equality, and what overwrites what."""


class Ring(object):
    def __init__(self, size):
        if size < 1:
            raise ValueError('size must be positive, not {!r}'.format(size))
        self._data = [None] * size
        self._start = self._count = 0

    def append(self, item):
        end = (self._start + self._count) % len(self._data)
        self._data[end] = item
        if self._count < len(self._data):
            self._count += 1
        else:
            self._start = (self._start + 1) % len(self._data)

    def popleft(self):
        if not self:
            raise IndexError('empty')
        item = self._data[self._start]
        self._data[self._start] = None
        self._start = (self._start + 1) % len(self._data)
        self._count -= 1
        return item

    def __len__(self):
        return self._count

    def __getitem__(self, i):
        if not -self._count <= i < self._count:
            raise IndexError(i)
        return self._data[(self._start + i % self._count) % len(self._data)]

    def __str__(self):
        return '<%s>' % ' '.join(map(str, self))


ring = Ring(3)
print(ring, len(ring), bool(ring))
for item in 'abcde':
    ring.append(item)
    print(ring, ring._data, ring[0], ring[-1])
print(ring.popleft(), ring.popleft(), ring, list(ring), 'e' in ring, 'a' in ring)
ring.append('f')
print(*ring, sep='-')
for wrong in (lambda: ring[2], lambda: Ring(0), lambda: [ring.popleft() for _ in range(9)]):
    try:
        wrong()
    except (IndexError, ValueError) as e:
        print(repr(e))
