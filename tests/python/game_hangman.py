"""Hangman with a fixed list of guesses; what the player sees, and how it ends."""


class Hangman:
    most_errors = 5

    def __init__(self, word):
        self.word = word.lower()
        self.right, self.wrong = set(), []

    @property
    def shown(self):
        return ' '.join(c if c in self.right or not c.isalpha() else '_' for c in self.word)

    @property
    def over(self):
        return self.lost or '_' not in self.shown

    @property
    def lost(self):
        return len(self.wrong) >= self.most_errors

    def guess(self, letter):
        if len(letter) != 1 or not letter.isalpha():
            raise ValueError('one letter, not %r' % letter)
        letter = letter.lower()
        if letter in self.right or letter in self.wrong:
            return 'again'
        if letter in self.word:
            self.right.add(letter)
            return 'yes'
        self.wrong.append(letter)
        return 'no'


def play(word, guesses):
    game = Hangman(word)
    for letter in guesses:
        try:
            print('%-4r %-6s %s  [%s]' % (letter, game.guess(letter), game.shown,
                                          ''.join(game.wrong)))
        except ValueError as error:
            print('error:', error)
        if game.over:
            break
    print('lost' if game.lost else 'won' if game.over else 'gave up', game.word, end='\n\n')


play('Tensor', 'eotsrxn')
play("it's", 'xyzabq')
play('graph', ['g', 'g', 'G', '7', 'ra', 'p', 'h'])
