"""Breadth first, depth first, Dijkstra and topological order on small graphs."""
import heapq
from collections import defaultdict, deque

GRAPH = {'A': {'B': 4, 'C': 1}, 'B': {'D': 1}, 'C': {'B': 2, 'D': 5}, 'D': {'E': 3}, 'E': {}, 'F': {'A': 1}}


def bfs(start):
    seen, queue = [start], deque([start])
    while queue:
        for node in sorted(GRAPH[queue.popleft()]):
            if node not in seen:
                seen.append(node)
                queue.append(node)
    return seen


def dfs(node, seen=None):
    seen = [] if seen is None else seen
    seen.append(node)
    for other in sorted(GRAPH[node]):
        if other not in seen:
            dfs(other, seen)
    return seen


def dijkstra(start):
    best, before, heap = {start: 0}, {}, [(0, start)]
    while heap:
        cost, node = heapq.heappop(heap)
        if cost > best[node]:
            continue
        for other, weight in GRAPH[node].items():
            if cost + weight < best.get(other, float('inf')):
                best[other], before[other] = cost + weight, node
                heapq.heappush(heap, (cost + weight, other))
    return best, before


def path(before, node):
    return path(before, before[node]) + [node] if node in before else [node]


def topological(edges):
    incoming = defaultdict(set)
    nodes = set()
    for a, b in edges:
        incoming[b].add(a)
        nodes |= {a, b}
    order = []
    while nodes:
        free = sorted(n for n in nodes if not incoming[n] - set(order))
        if not free:
            raise ValueError('a cycle among %s' % sorted(nodes))
        order += free
        nodes -= set(free)
    return order


print(bfs('A'), dfs('A'), bfs('F')[-1])
best, before = dijkstra('A')
for node in sorted(best):
    print(node, best[node], '->'.join(path(before, node)))
print(topological([('shirt', 'tie'), ('tie', 'jacket'), ('trousers', 'shoes'), ('trousers', 'jacket')]))
try:
    topological([(1, 2), (2, 3), (3, 2)])
except ValueError as e:
    print(e)
