"""Groups of anagrams, palindromes, pangrams and a word chain."""
from collections import defaultdict

WORDS = '''listen silent enlist google elbow below study dusty night thing act cat tac level noon
stats tensor python typhon'''.split()


def key(word):
    return ''.join(sorted(word))


groups = defaultdict(list)
for word in WORDS:
    groups[key(word)].append(word)
for letters, words in sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0])):
    if len(words) > 1:
        print('%-7s %s' % (letters, ', '.join(sorted(words))))
print([w for w in WORDS if w == w[::-1]])


def is_pangram(text):
    return set('abcdefghijklmnopqrstuvwxyz') <= set(text.lower())


for text in ('The quick brown fox jumps over the lazy dog', 'Hello'):
    missing = sorted(set('abcdefghijklmnopqrstuvwxyz') - set(text.lower()))
    print(is_pangram(text), ''.join(missing))


def chain(word, rest):
    """The longest chain in which each word begins with the letter that ended the one before."""
    best = [word]
    for other in rest:
        if other[0] == word[-1]:
            tried = [word] + chain(other, rest - {other})
            if (len(tried), tried) > (len(best), best):
                best = tried
    return best


print(max((chain(w, frozenset(WORDS) - {w}) for w in WORDS), key=lambda c: (len(c), c)))
print(groups.keys() == {key(w) for w in WORDS}, len(groups), groups['nothing'], len(groups))
