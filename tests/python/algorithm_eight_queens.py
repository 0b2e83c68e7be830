"""N queens by backtracking, as a generator; all solutions counted, some drawn."""


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    row = len(placed)
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            for solution in queens(n, placed + (column,)):
                yield solution


def draw(solution):
    for column in solution:
        print(''.join('Q ' if i == column else '. ' for i in range(len(solution))).rstrip())


for n in range(1, 7):
    print(n, len(list(queens(n))))
first = next(queens(8))
print(first)
draw(next(queens(6)))
mirrored = {tuple(reversed(s)) for s in queens(5)}
print(mirrored == set(queens(5)), sorted(mirrored)[0])


def unique(solutions):
    seen = set()
    for s in solutions:
        n = len(s)
        forms, board = [], s
        for _ in range(4):
            board = tuple(board.index(i) for i in range(n - 1, -1, -1))
            forms += [board, board[::-1]]
        if not seen.intersection(forms):
            seen.add(s)
            yield s


print([len(list(unique(queens(n)))) for n in (4, 5, 6)])
