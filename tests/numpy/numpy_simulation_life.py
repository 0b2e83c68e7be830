# The game of life with rolls.
import numpy as np

board = np.zeros((6, 6), dtype=int)
board[1, 2] = board[2, 3] = board[3, 1] = board[3, 2] = board[3, 3] = 1
around = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0)]
for step in range(4):
    n = sum(np.roll(np.roll(board, i, 0), j, 1) for i, j in around)
    board = ((n == 3) | ((board == 1) & (n == 2))).astype(int)
    print('\n'.join(''.join('#' if c else '.' for c in row) for row in board))
    print(board.sum(), np.argwhere(board)[0])
