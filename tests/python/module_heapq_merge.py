"""Merging, push and pop in one."""
import heapq

print(list(heapq.merge([1, 4, 9], [2, 3], [], [0, 10])), list(heapq.merge(['b', 'dd'], ['a', 'ccc'], key=len)), list(heapq.merge([9, 3], [8, 1], reverse=True)))
h = [3, 5, 8]
print(heapq.heappushpop(h, 4), h, heapq.heappushpop(h, 1), h, heapq.heappushpop([], 7))
