# Lists as stacks and queues; brackets; permutations; hanoi; n queens.
def balanced(s):
    stack = []
    for c in s:
        if c in '([{':
            stack.append(c)
        elif c in ')]}':
            if not stack or '([{'.index(stack.pop()) != ')]}'.index(c):
                return False
    return not stack
print([balanced(s) for s in ('', '([]{})', '([)]', '(', ']')])
def permutations(items):
    if not items:
        return [[]]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]
print(permutations([1, 2, 3]), len(permutations('abcd')))
moves = []
def hanoi(n, a='A', b='B', c='C'):
    if n:
        hanoi(n - 1, a, c, b)
        moves.append(a + c)
        hanoi(n - 1, b, a, c)
hanoi(3)
print(moves)
def queens(n, rows=()):
    if len(rows) == n:
        return [rows]
    found = []
    for c in range(n):
        if all(c != q and abs(c - q) != len(rows) - r for r, q in enumerate(rows)):
            found += queens(n, rows + (c,))
    return found
print(len(queens(6)), queens(4))
graph = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d'], 'd': []}
queue, seen = ['a'], []
while queue:
    node = queue.pop(0)
    if node not in seen:
        seen.append(node)
        queue.extend(graph[node])
print(seen)
def evaluate(text):
    stack = []
    for t in text.split():
        if t in '+-*/':
            y, x = stack.pop(), stack.pop()
            stack.append({'+': x + y, '-': x - y, '*': x * y, '/': x / y if y else None}[t])
        else:
            stack.append(float(t))
    return stack
print(evaluate('3 4 + 2 * 7 /'), evaluate('1 2 3'))
memo = {}
def ways(n):
    if n not in memo:
        memo[n] = 1 if n < 2 else ways(n - 1) + ways(n - 2)
    return memo[n]
print(ways(50), len(memo))
