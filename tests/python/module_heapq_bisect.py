"""Heaps and sorted lists."""
import bisect
import heapq

heap = []
for n in [5, 1, 8, 3, 9, 2]:
    heapq.heappush(heap, n)
print(heap, heapq.heappop(heap), heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), heap)
data = [9, 4, 7, 1]
heapq.heapify(data)
print(data, heapq.nlargest(2, data), heapq.nsmallest(2, data), heapq.nlargest(2, ['aa', 'b', 'cccc'], key=len))
print([heapq.heappop(data) for _ in range(4)], list(heapq.merge([1, 4, 7], [2, 5], [3])))
tasks = [(2, 'write'), (1, 'plan'), (3, 'test')]
heapq.heapify(tasks)
while tasks:
    print(*heapq.heappop(tasks), end='; ')
print()
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
s = [10, 20, 20, 30]
print(bisect.bisect(s, 20), bisect.bisect_left(s, 20), bisect.bisect_right(s, 5), bisect.bisect_left(s, 99))
bisect.insort(s, 25)
bisect.insort_left(s, 20)
print(s)


def grade(score, breaks=(60, 70, 80, 90), grades='FDCBA'):
    return grades[bisect.bisect(breaks, score)]


print([grade(x) for x in (33, 99, 77, 70, 89, 90, 100)])


def dijkstra(graph, start):
    best, queue = {}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if node in best:
            continue
        best[node] = d
        for n, w in graph[node].items():
            if n not in best:
                heapq.heappush(queue, (d + w, n))
    return best


print(dijkstra({'a': {'b': 7, 'c': 1}, 'b': {}, 'c': {'b': 2, 'd': 9}, 'd': {}}, 'a'))
