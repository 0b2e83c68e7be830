"""Walking a grid: spiral, diagonals, rotation, transposition with zip, flattening."""


def spiral(grid):
    grid = [list(row) for row in grid]
    while grid:
        yield from grid.pop(0)
        grid = [list(row) for row in zip(*grid)][::-1]


def rotate(grid):
    return [list(row) for row in zip(*grid[::-1])]


def diagonals(grid):
    h, w = len(grid), len(grid[0])
    for d in range(h + w - 1):
        yield [grid[i][d - i] for i in range(max(0, d - w + 1), min(d + 1, h))]


def chunks(items, n):
    return [items[i:i + n] for i in range(0, len(items), n)]


grid = chunks(list(range(1, 13)), 4)
for row in grid:
    print(' '.join('%2d' % v for v in row))
print(list(spiral(grid)))
print(rotate(grid))
print(list(diagonals(grid)))
assert rotate(rotate(rotate(rotate(grid)))) == grid
flat = [v for row in grid for v in row]
print(flat[::3], flat[-1:3:-4], sum(flat), chunks(flat, 5)[-1])
n = 5
magic = [[n * ((i + j + 1 + n // 2) % n) + ((i + 2 * j + 5 + 2) % n) + 1 for j in range(n)]
         for i in range(n)]
for row in magic:
    print(*('{:3d}'.format(v) for v in row))
print({sum(row) for row in magic}, {sum(column) for column in zip(*magic)})
