"""Texts made by chance."""
import random
from collections import defaultdict

text = 'the cat saw the dog and the dog saw the cat and the bird'.split()
chain = defaultdict(list)
for a, b in zip(text, text[1:]):
    chain[a].append(b)
rng = random.Random(5)
word, out = 'the', []
while len(out) < 14:
    out.append(word)
    word = rng.choice(chain[word]) if chain[word] else 'the'
print(' '.join(out))
letters = list('abcdefgh')
rng.shuffle(letters)
print(''.join(letters), ''.join(rng.choice('aeiou') + rng.choice('bcdfg') for _ in range(4)), ''.join(rng.sample('0123456789', 4)))
password = ''.join(rng.choices('ABC123', k=8))
print(password, len(password), rng.randint(10, 99), [rng.randrange(3) for _ in range(8)], '%.5f' % rng.gauss(0, 1), '%.5f' % rng.expovariate(2))
