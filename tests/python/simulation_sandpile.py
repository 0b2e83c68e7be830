"""Sand piles that topple until nothing does; the identity is found by subtraction."""


def topple(grid):
    n, again, count = len(grid), True, 0
    while again:
        again = False
        for y in range(n):
            for x in range(n):
                if grid[y][x] > 3:
                    again, count = True, count + 1
                    grid[y][x] -= 4
                    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                        if 0 <= y + dy < n and 0 <= x + dx < n:
                            grid[y + dy][x + dx] += 1
    return count


def show(grid):
    return '\n'.join(' '.join(' .oO'[v] for v in row).rstrip() for row in grid)


pile = [[0] * 7 for _ in range(7)]
pile[3][3] = 90
print(topple(pile), sum(map(sum, pile)))
print(show(pile))
print(pile == pile[::-1], [row[::-1] for row in pile] == pile)
six = [[6] * 3 for _ in range(3)]
topple(six)
identity = [[6 - v for v in row] for row in six]
topple(identity)
print(identity)
