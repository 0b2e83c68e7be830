"""Graphs on defaultdict, deque and Counter."""
from collections import defaultdict, deque, Counter

edges = [('a', 'b'), ('b', 'c'), ('a', 'd'), ('d', 'e'), ('e', 'c'), ('f', 'g')]
graph = defaultdict(set)
for u, v in edges:
    graph[u].add(v)
    graph[v].add(u)


def component(start):
    seen, todo = set(), [start]
    while todo:
        n = todo.pop()
        if n not in seen:
            seen.add(n)
            todo.extend(graph[n] - seen)
    return seen


def distance(a, b):
    queue, far = deque([(a, 0)]), {a}
    while queue:
        n, d = queue.popleft()
        if n == b:
            return d
        for m in sorted(graph[n]):
            if m not in far:
                far.add(m)
                queue.append((m, d + 1))
    return None


print(sorted(component('a')), sorted(component('g')), distance('b', 'e'), distance('a', 'f'))
degree = Counter(n for e in edges for n in e)
print(sorted(degree.items(), key=lambda p: (-p[1], p[0])), sum(degree.values()) == 2 * len(edges))
by_degree = defaultdict(list)
for n, k in sorted(degree.items()):
    by_degree[k].append(n)
print(dict(by_degree), sorted(by_degree, reverse=True), by_degree.get(99), 99 in by_degree)
