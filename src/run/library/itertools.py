# What itertools has beyond module_itertools.c.
from collections import deque


class _Tee:
    def __init__(self, source, queues, own):
        self._source, self._queues, self._own = source, queues, own

    def __iter__(self):
        return self

    def __next__(self):
        if not self._own:
            value = next(self._source)
            for queue in self._queues:
                queue.append(value)
        return self._own.popleft()


def tee(iterable, n=2):
    if n < 0:
        raise ValueError('n must be >= 0')
    source, queues = iter(iterable), [deque() for _ in range(n)]
    return tuple(_Tee(source, queues, queue) for queue in queues)


def pairwise(iterable):
    a, b = tee(iterable)
    next(b, None)
    return zip(a, b)
