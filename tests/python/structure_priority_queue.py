"""A heap of tasks: heapq with counters for ties, and a heap written by hand."""
import heapq
import itertools


class TaskQueue(object):
    REMOVED = object()

    def __init__(self):
        self._heap, self._entries, self._counter = [], {}, itertools.count()

    def add(self, task, priority=0):
        if task in self._entries:
            self.remove(task)
        entry = [priority, next(self._counter), task]
        self._entries[task] = entry
        heapq.heappush(self._heap, entry)

    def remove(self, task):
        self._entries.pop(task)[-1] = self.REMOVED

    def pop(self):
        while self._heap:
            _, _, task = heapq.heappop(self._heap)
            if task is not self.REMOVED:
                del self._entries[task]
                return task
        raise KeyError('pop from an empty queue')


def sift(heap, i, n):
    while 2 * i + 1 < n:
        child = 2 * i + 1
        if child + 1 < n and heap[child + 1] > heap[child]:
            child += 1
        if heap[i] >= heap[child]:
            return
        heap[i], heap[child] = heap[child], heap[i]
        i = child


def heap_sort(items):
    heap = list(items)
    for i in range(len(heap) // 2 - 1, -1, -1):
        sift(heap, i, len(heap))
    for n in range(len(heap) - 1, 0, -1):
        heap[0], heap[n] = heap[n], heap[0]
        sift(heap, 0, n)
    return heap


queue = TaskQueue()
for task, priority in [('write', 5), ('read', 1), ('test', 3), ('write', 0), ('rest', 1)]:
    queue.add(task, priority)
queue.remove('test')
order = []
try:
    while True:
        order.append(queue.pop())
except KeyError as e:
    print(order, e)
numbers = [9, 4, 7, 1, -2, 6, 5, 3, 3]
print(heap_sort(numbers), heap_sort(numbers) == sorted(numbers))
heap = numbers[:]
heapq.heapify(heap)
print(heap, [heapq.heappop(heap) for _ in range(3)], heapq.nsmallest(2, heap), heapq.nlargest(2, heap))
