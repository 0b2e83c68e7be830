"""Turning one word into another, a letter at a time, through words that exist."""
from collections import deque

WORDS = {'cold', 'cord', 'card', 'ward', 'warm', 'word', 'worm', 'wood', 'good', 'gold', 'goad', 'road', 'load', 'lord', 'corm', 'form', 'fort'}


def neighbours(word):
    for i in range(len(word)):
        for c in 'abcdefghijklmnopqrstuvwxyz':
            other = word[:i] + c + word[i + 1:]
            if other != word and other in WORDS:
                yield other


def ladder(start, end):
    before = {start: None}
    queue = deque([start])
    while queue:
        word = queue.popleft()
        if word == end:
            path = []
            while word:
                path.append(word)
                word = before[word]
            return path[::-1]
        for other in neighbours(word):
            if other not in before:
                before[other] = word
                queue.append(other)
    return []


for start, end in (('cold', 'warm'), ('gold', 'fort'), ('road', 'load'), ('cold', 'cold'), ('cold', 'zzzz')):
    path = ladder(start, end)
    print(start, end, '->'.join(path) or 'no way', max(len(path) - 1, 0))
degrees = sorted(((len(list(neighbours(w))), w) for w in WORDS), reverse=True)
print(degrees[:3], degrees[-1], sum(d for d, _ in degrees) % 2)
hamming = lambda a, b: sum(x != y for x, y in zip(a, b))
print(max((hamming(a, b), a, b) for a in WORDS for b in WORDS if a < b))
