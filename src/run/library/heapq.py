# What heapq has beyond module_small.c.
from heapq import heapify, heappop, heappush, heapreplace


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        heapreplace(heap, heap[0])
    return item


def merge(*iterables, key=None, reverse=False):
    if reverse:
        items = [x for it in iterables for x in it]
        for x in sorted(items, key=key, reverse=True):
            yield x
        return
    heap = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            heap.append([value if key is None else key(value), order, value, it])
            break
    heapify(heap)
    while heap:
        first, order, value, it = heap[0]
        yield value
        for value in it:
            heapreplace(heap, [value if key is None else key(value), order, value, it])
            break
        else:
            heappop(heap)
