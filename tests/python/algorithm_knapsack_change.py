"""Dynamic programming: knapsack, coins, longest common and increasing subsequences."""


def knapsack(items, room):
    best = [(0, ())] * (room + 1)
    for name, weight, value in items:
        for r in range(room, weight - 1, -1):
            tried = (best[r - weight][0] + value, best[r - weight][1] + (name,))
            best[r] = max(best[r], tried, key=lambda t: t[0])
    return best[room]


def change(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for a in range(coin, amount + 1):
            ways[a] += ways[a - coin]
    return ways[amount]


def fewest(amount, coins):
    best = {0: []}
    for a in range(1, amount + 1):
        options = [best[a - c] + [c] for c in coins if a - c in best]
        if options:
            best[a] = min(options, key=len)
    return best.get(amount)


def common(a, b):
    table = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = (table[i][j] + x if x == y else
                                   max(table[i][j + 1], table[i + 1][j], key=len))
    return table[-1][-1]


def increasing(items):
    best = []
    for item in items:
        shorter = [b for b in best if b[-1] < item]
        best.append(max(shorter, key=len, default=[]) + [item])
    return max(best, key=len)


print(knapsack([('map', 9, 150), ('compass', 13, 35), ('water', 153, 200), ('glucose', 15, 60)], 180))
print(change(100, [1, 5, 10, 25, 50]), change(200, (1, 2, 5, 10, 20, 50, 100, 200)))
print(fewest(63, [1, 5, 10, 21, 25]), fewest(7, [2, 4]), fewest(0, [1]))
print(common('AGGTAB', 'GXTXAYB'), repr(common('abc', 'xyz')), common('thisisatest', 'testing123testing'))
print(increasing([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]))
print([sum(max(0, x) for x in row) for row in ([1, -2], [-1], [])])
