"""Conway's game of life on a small torus, as a generator of generations."""


def parse(text):
    return [[cell == '#' for cell in line] for line in text.split()]


def render(grid):
    return '\n'.join(''.join('#' if cell else '.' for cell in row) for row in grid)


def neighbours(grid, y, x):
    h, w = len(grid), len(grid[0])
    return sum(grid[(y + dy) % h][(x + dx) % w]
               for dy in (-1, 0, 1) for dx in (-1, 0, 1) if (dy, dx) != (0, 0))


def step(grid):
    return [[neighbours(grid, y, x) in ((2, 3) if cell else (3,))
             for x, cell in enumerate(row)] for y, row in enumerate(grid)]


def generations(grid):
    while True:
        yield grid
        grid = step(grid)


glider = parse('''
.#....
..#...
###...
......
......
''')
for n, grid in enumerate(generations(glider)):
    if n in (0, 1, 4, 8):
        print('generation', n, 'alive', sum(map(sum, grid)))
        print(render(grid))
    if n == 8:
        break

blinker = parse('..... ..#.. ..#.. ..#.. .....')
assert step(step(blinker)) == blinker
print(step(blinker) == blinker, render(step(blinker)).count('#'))
