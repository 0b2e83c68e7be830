# Dynamic programming with numbers: knapsack, coins, edit distance, longest common subsequence, partitions.
from functools import lru_cache


def knapsack(items, room):
    best = [(0, ())] * (room + 1)
    for name, weight, value in items:
        for r in range(room, weight - 1, -1):
            candidate = (best[r - weight][0] + value, best[r - weight][1] + (name,))
            if candidate[0] > best[r][0]:
                best[r] = candidate
    return best[room]


def change(amount, coins):
    ways = [1] + [0] * amount
    fewest = [0] + [None] * amount
    for coin in coins:
        for a in range(coin, amount + 1):
            ways[a] += ways[a - coin]
            if fewest[a - coin] is not None and (fewest[a] is None or fewest[a - coin] + 1 < fewest[a]):
                fewest[a] = fewest[a - coin] + 1
    return ways[amount], fewest[amount]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for k, y in enumerate(b, 1):
            previous, row[k] = row[k], min(row[k] + 1, row[k - 1] + 1, previous + (x != y))
    return row[-1]


@lru_cache(maxsize=None)
def common(a, b):
    if not a or not b:
        return ''
    if a[-1] == b[-1]:
        return common(a[:-1], b[:-1]) + a[-1]
    return max(common(a[:-1], b), common(a, b[:-1]), key=len)


@lru_cache(None)
def partitions(n, most=None):
    most = n if most is None else most
    if n == 0:
        return 1
    return sum(partitions(n - k, min(k, n - k)) for k in range(1, min(n, most) + 1))


def longest_rise(values):
    best = []
    for v in values:
        low, high = 0, len(best)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if best[middle] < v else (low, middle)
        best[low:low + 1] = [v]
    return len(best)


def largest_sum(values):
    best = current = values[0]
    for v in values[1:]:
        current = max(v, current + v)
        best = max(best, current)
    return best


print(knapsack([('map', 9, 150), ('water', 153, 200), ('glucose', 15, 60), ('tin', 68, 45), ('apple', 39, 40), ('beer', 52, 10)], 160))
print(change(100, (1, 5, 10, 25, 50)), change(3, (2,)), change(0, (1,)), change(1000, (1, 2, 5, 10, 20, 50, 100, 200)))
print(distance('kitten', 'sitting'), distance('', 'abc'), distance('flaw', 'lawn'), common('AGGTAB', 'GXTXAYB'), common('abc', ''))
print([partitions(n) for n in range(1, 25)], partitions(100), common.cache_info().hits > 0)
print(longest_rise([10, 9, 2, 5, 3, 7, 101, 18]), largest_sum([-2, 1, -3, 4, -1, 2, 1, -5, 4]), largest_sum([-3, -1, -2]))
grid = [[1, 3, 1], [1, 5, 1], [4, 2, 1]]
cost = [row[:] for row in grid]
for y in range(3):
    for x in range(3):
        if x or y:
            cost[y][x] += min(cost[y][x - 1] if x else float('inf'), cost[y - 1][x] if y else float('inf'))
print(cost, cost[-1][-1])
