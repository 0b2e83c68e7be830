"""Mastermind: feedback for guesses, and a solver that keeps what is still possible."""
import itertools
from collections import Counter


def feedback(secret, guess):
    black = sum(a == b for a, b in zip(secret, guess))
    both = sum((Counter(secret) & Counter(guess)).values())
    return black, both - black


def solve(secret, colours='RGBY', n=3):
    possible = [''.join(p) for p in itertools.product(colours, repeat=n)]
    for turn in itertools.count(1):
        guess = possible[len(possible) // 2]
        answer = feedback(secret, guess)
        print('  %d. %s -> %d black, %d white (%d possible)' % ((turn, guess) + answer + (len(possible),)))
        if answer[0] == n:
            return turn
        possible = [p for p in possible if feedback(p, guess) == answer]


for secret in ('RGB', 'YYY', 'BRR'):
    print(secret, solve(secret))
print(feedback('RRGG', 'GGRR'), feedback('RGBY', 'RGBY'), feedback('RRRR', 'GGGG'), feedback('RRGB', 'RGRR'))
