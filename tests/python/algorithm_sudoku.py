"""A sudoku solver: candidates from sets, the narrowest field first."""
PUZZLE = '''53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79'''


def parse(text):
    return {(r, c): int(v) for r, line in enumerate(text.split()) for c, v in enumerate(line) if v != '.'}


def peers(r, c):
    box = {(i, j) for i in range(r // 3 * 3, r // 3 * 3 + 3) for j in range(c // 3 * 3, c // 3 * 3 + 3)}
    return (box | {(r, j) for j in range(9)} | {(i, c) for i in range(9)}) - {(r, c)}


PEERS = {(r, c): peers(r, c) for r in range(9) for c in range(9)}
tries = 0


def solve(board):
    global tries
    tries += 1
    empty = [field for field in PEERS if field not in board]
    if not empty:
        return board
    options = {f: set(range(1, 10)) - {board[p] for p in PEERS[f] if p in board} for f in empty}
    field = min(empty, key=lambda f: (len(options[f]), f))
    for value in sorted(options[field]):
        solved = solve(dict(board, **{}) if False else {**board, field: value})
        if solved:
            return solved
    return None


board = solve(parse(PUZZLE))
for r in range(9):
    row = ''.join(str(board[r, c]) for c in range(9))
    print(row[:3], row[3:6], row[6:])
    if r in (2, 5):
        print()
print('tries', tries, len(parse(PUZZLE)), len(PEERS[4, 4]))
print(all({board[r, c] for c in range(9)} == set(range(1, 10)) for r in range(9)))
