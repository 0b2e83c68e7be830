"""Jobs by priority; the running median."""
import heapq
import itertools


class Queue:
    def __init__(self):
        self.heap, self.order, self.gone = [], itertools.count(), set()

    def put(self, job, priority=0):
        entry = (priority, next(self.order), job)
        heapq.heappush(self.heap, entry)
        return entry

    def cancel(self, entry):
        self.gone.add(entry)

    def pop(self):
        while self.heap:
            entry = heapq.heappop(self.heap)
            if entry not in self.gone:
                return entry[2]
        raise KeyError('empty')


q = Queue()
q.put('write', 2)
late = q.put('sleep', 9)
q.put('urgent', 0)
q.put('also write', 2)
q.cancel(late)
print([q.pop() for _ in range(3)])
try:
    q.pop()
except KeyError as e:
    print(e)


def medians(numbers):
    low, high = [], []
    for x in numbers:
        heapq.heappush(high, -heapq.heappushpop(low, -x))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        yield -low[0] if len(low) > len(high) else (high[0] - low[0]) / 2


print(list(medians([5, 15, 1, 3, 8])), heapq.nlargest(3, 'hello world'), heapq.nsmallest(2, {'b': 1, 'a': 0}.items(), key=lambda p: p[1]))
print(list(heapq.merge('adg', 'be', 'cf')), [x for _, x in sorted((len(w), w) for w in ('ccc', 'a', 'bb'))])
