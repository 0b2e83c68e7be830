"""N-grams, and a Markov chain that babbles with a seed."""
import random
from collections import defaultdict

TEXT = '''the cat saw the dog and the dog saw the cat but the cat ran and the dog
slept while the cat ate the fish that the dog saw'''


def ngrams(items, n):
    return list(zip(*(items[i:] for i in range(n))))


words = TEXT.split()
print(ngrams(words, 3)[:3], len(ngrams(words, 2)), ngrams([1], 2))
follow = defaultdict(list)
for a, b in ngrams(words, 2):
    follow[a].append(b)
for word in ('the', 'dog', 'fish', 'saw'):
    counts = {w: follow[word].count(w) for w in sorted(set(follow[word]))}
    print(word, counts)


def babble(start, n, seed):
    rng, out = random.Random(seed), [start]
    while len(out) < n and out[-1] in follow:
        out.append(rng.choice(follow[out[-1]]))
    return ' '.join(out)


for seed in range(3):
    print(seed, babble('the', 9, seed))
probability = 1.0
for a, b in ngrams('the cat saw the dog'.split(), 2):
    probability *= follow[a].count(b) / len(follow[a])
print('%.6f' % probability)
letters = defaultdict(int)
for pair in ngrams(TEXT.replace('\n', ' '), 2):
    letters[''.join(pair)] += 1
print(sorted(letters, key=lambda p: (-letters[p], p))[:5])
