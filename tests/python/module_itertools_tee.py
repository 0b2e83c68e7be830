"""One iterator, read several times."""
import itertools


def numbers():
    for i in range(4):
        print('made', i)
        yield i


a, b, c = itertools.tee(numbers(), 3)
print(next(a), next(a), next(b))
print(list(c), list(a), list(b))
print(list(zip(*itertools.tee('ab'))), itertools.tee([], 0))
