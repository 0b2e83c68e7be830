"""An LRU cache: by hand with an OrderedDict, as a decorator, and the library's."""
import functools
from collections import OrderedDict


class LRUCache(object):
    def __init__(self, capacity):
        self.capacity = capacity
        self.items = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        try:
            value = self.items.pop(key)
        except KeyError:
            self.misses += 1
            return default
        self.hits += 1
        self.items[key] = value
        return value

    def put(self, key, value):
        self.items.pop(key, None)
        self.items[key] = value
        if len(self.items) > self.capacity:
            old, _ = self.items.popitem(last=False)
            print('evicted', old)

    def __len__(self):
        return len(self.items)

    def __contains__(self, key):
        return key in self.items


cache = LRUCache(3)
for key in 'abcad':
    if cache.get(key) is None:
        cache.put(key, key.upper())
print(list(cache.items.items()), cache.hits, cache.misses, len(cache), 'b' in cache)


def memoize(size):
    def decorator(f):
        store = LRUCache(size)

        @functools.wraps(f)
        def wrapper(*args):
            value = store.get(args)
            if value is None:
                value = f(*args)
                store.put(args, value)
            return value
        wrapper.cache = store
        return wrapper
    return decorator


@memoize(4)
def square(n):
    """n times n"""
    print('computing', n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 4, 5, 1, 2)])
print(square.__name__, square.__doc__, square.cache.hits)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib(10), fib.cache_info().misses)
