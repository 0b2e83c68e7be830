"""The shortest way through a maze, with breadth first search on complex coordinates as tuples."""
from collections import deque

MAZE = '''
##########
#S..#....#
#.#.#.##.#
#.#...#..#
#.#####.##
#.......E#
##########'''.strip().split('\n')


def find(sign):
    return next((y, x) for y, row in enumerate(MAZE) for x, c in enumerate(row) if c == sign)


def ways(y, x):
    for dy, dx, name in ((-1, 0, 'N'), (0, 1, 'E'), (1, 0, 'S'), (0, -1, 'W')):
        if MAZE[y + dy][x + dx] != '#':
            yield (y + dy, x + dx), name


def solve(start, end):
    queue, seen = deque([(start, '')]), {start}
    while queue:
        place, path = queue.popleft()
        if place == end:
            return path
        for other, name in ways(*place):
            if other not in seen:
                seen.add(other)
                queue.append((other, path + name))


start, end = find('S'), find('E')
path = solve(start, end)
print(start, end, len(path), path)
steps = {'N': (-1, 0), 'E': (0, 1), 'S': (1, 0), 'W': (0, -1)}
grid = [list(row) for row in MAZE]
y, x = start
for name in path[:-1]:
    y, x = y + steps[name][0], x + steps[name][1]
    grid[y][x] = '*'
print('\n'.join(''.join(row) for row in grid))
print(solve((1, 8), (1, 5)), solve((0, 0), end) is not None, sum(row.count('.') for row in MAZE))
