"""A guessing game in which the computer plays both sides, by bisection."""


class Secret(object):
    def __init__(self, number):
        self._number = number
        self.questions = 0

    def compare(self, guess):
        self.questions += 1
        if guess < self._number:
            return 'too low'
        elif guess > self._number:
            return 'too high'
        return 'right'


def play(secret, low=1, high=100):
    while low <= high:
        guess = (low + high) // 2
        answer = secret.compare(guess)
        print('guess %3d: %s' % (guess, answer))
        if answer == 'right':
            return guess
        if answer == 'too low':
            low = guess + 1
        else:
            high = guess - 1
    return None


for number in (42, 1, 100, 73):
    secret = Secret(number)
    found = play(secret)
    print('found', found, 'after', secret.questions, 'questions')
    assert found == number

print('outside:', play(Secret(500), 1, 10))
counts = []
for n in range(1, 101):
    s = Secret(n)
    low, high = 1, 100
    while True:
        mid = (low + high) // 2
        a = s.compare(mid)
        if a == 'right':
            break
        low, high = (mid + 1, high) if a == 'too low' else (low, mid - 1)
    counts.append(s.questions)
print('worst', max(counts), 'mean', sum(counts) / len(counts))
