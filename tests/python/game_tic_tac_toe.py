"""Tic-tac-toe: boards as strings, winning lines, and a player who looks ahead."""
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != ' ' and board[a] == board[b] == board[c]:
            return board[a]
    return None if ' ' in board else 'draw'


def moves(board):
    return [i for i, field in enumerate(board) if field == ' ']


def put(board, i, player):
    return board[:i] + player + board[i + 1:]


def score(board, player, me, memo={}):
    key = (board, player, me)
    if key not in memo:
        who = winner(board)
        if who is not None:
            memo[key] = 0 if who == 'draw' else 1 if who == me else -1
        else:
            other = 'O' if player == 'X' else 'X'
            values = [score(put(board, i, player), other, me) for i in moves(board)]
            memo[key] = max(values) if player == me else min(values)
    return memo[key]


def best(board, player):
    other = 'O' if player == 'X' else 'X'
    return max(moves(board), key=lambda i: (score(put(board, i, player), other, player), -i))


def show(board):
    rows = [' | '.join(board[i:i + 3]) for i in (0, 3, 6)]
    return '\n--+---+--\n'.join(rows)


board, player = 'X O O X  ', 'X'
board = list(board)
board[4] = ' '
board = ''.join(board)
print(show(board), moves(board), winner(board), sep='\n')
while winner(board) is None:
    i = best(board, player)
    board = put(board, i, player)
    print(player, 'takes', i)
    player = 'O' if player == 'X' else 'X'
print(show(board))
print('winner:', winner(board))
