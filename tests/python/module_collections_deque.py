"""A deque as queue, stack, window and ring."""
from collections import deque

d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
print(d, len(d), d.maxlen, d[0], d[-1], d.pop(), d.popleft(), d)
d.extend('xy')
d.extendleft('pq')
print(d)
d.rotate(1)
print(d, d.count('x'), 'p' in d)
window, sums = deque(maxlen=3), []
for x in range(7):
    window.append(x)
    sums.append(sum(window))
print(sums, list(reversed(window)), deque('abc') == deque('abc'), deque('ab') < deque('b'))
d = deque(range(5))
d.remove(3)
d.insert(1, 'i')
d.reverse()
del d[0]
d[0] = 'first'
print(d, d.index('i'), d.copy(), deque([1]) + deque([2]), deque([1]) * 2)
try:
    deque().pop()
except IndexError as e:
    print(e)
try:
    d.remove('none')
except ValueError as e:
    print(type(e).__name__)
d.clear()
print(d, bool(d), repr(deque([deque([1])], 2)))


def bfs(graph, start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        node = queue.popleft()
        order.append(node)
        for n in graph[node]:
            if n not in seen:
                seen.add(n)
                queue.append(n)
    return order


print(bfs({1: [2, 3], 2: [4], 3: [4], 4: [1]}, 1))
