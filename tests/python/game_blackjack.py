"""Hands of cards: aces that count twice, a dealer with rules, a shuffled deck."""
import random

SUITS, RANKS = 'SHDC', ['2', '3', '4', '5', '6', '7', '8', '9', '10', 'J', 'Q', 'K', 'A']


class Card(object):
    __slots__ = ['rank', 'suit']

    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    @property
    def value(self):
        return 11 if self.rank == 'A' else 10 if self.rank in 'JQK' else int(self.rank)

    def __str__(self):
        return self.rank + self.suit


class Hand(list):
    @property
    def total(self):
        total = sum(card.value for card in self)
        aces = sum(card.rank == 'A' for card in self)
        while total > 21 and aces:
            total, aces = total - 10, aces - 1
        return total

    bust = property(lambda self: self.total > 21)

    def __str__(self):
        return '%s=%d%s' % (' '.join(map(str, self)), self.total, '!' if self.bust else '')


def play(deck, limit=17):
    hands = [Hand(deck.pop() for _ in range(2)) for _ in range(2)]
    for hand, stop in zip(hands, (limit, 17)):
        while hand.total < stop:
            hand.append(deck.pop())
    player, dealer = hands
    if player.bust:
        result = 'dealer'
    elif dealer.bust or player.total > dealer.total:
        result = 'player'
    else:
        result = 'draw' if player.total == dealer.total else 'dealer'
    return player, dealer, result


deck = [Card(r, s) for s in SUITS for r in RANKS]
random.seed(21)
random.shuffle(deck)
wins = {}
for game in range(5):
    player, dealer, result = play(deck)
    wins[result] = wins.get(result, 0) + 1
    print('%-14s %-14s %s' % (player, dealer, result))
print(wins, len(deck), Hand([Card('A', 'S')] * 3).total, Hand([Card('A', 'H'), Card('K', 'S')]).total, Hand().total)
print(sorted({c.value for c in deck}), isinstance(Hand(), list), Hand([Card('9', 'C')]) + [1] != [])
