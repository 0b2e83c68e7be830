# Counting, grouping and sorting words.
text = """the quick brown fox jumps over the lazy dog
The dog sleeps; the fox runs. A fox!"""
words = [w.strip('.;!').lower() for w in text.split()]
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
for w, c in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:6]:
    print('%-6s %2d %s' % (w, c, '*' * c))
by_length = {}
for w in counts:
    by_length.setdefault(len(w), []).append(w)
for n in sorted(by_length):
    print(n, sorted(by_length[n]))
letters = {}
for c in text.lower():
    if c.isalpha():
        letters[c] = letters.get(c, 0) + 1
print(''.join(sorted(letters, key=lambda c: (-letters[c], c))), len(letters), [c for c in 'abcdefghijklmnopqrstuvwxyz' if c not in letters])
print(text.title().replace('\n', ' | ').swapcase()[:30], text.count('the'), text.lower().count('the'), text.find('fox'), text.rfind('fox'))
def caesar(s, k):
    out = []
    for c in s:
        if 'a' <= c <= 'z':
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        elif c.isupper():
            out.append(chr((ord(c) - 65 + k) % 26 + 65))
        else:
            out.append(c)
    return ''.join(out)
print(caesar('Hello, World', 3), caesar(caesar('Hello, World', 3), -3))
print([w for w in words if w == w[::-1]], ' '.join(reversed(words[:4])), {w[0] for w in words} == set('tqbfjoldsra'), max(words, key=len), sorted(set(map(len, words))))
lines = text.splitlines()
print([(i, len(l), l.split()[0]) for i, l in enumerate(lines, 1)], '\n'.join('%d: %s' % (i, l) for i, l in enumerate(lines)))
