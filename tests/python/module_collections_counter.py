"""Counting words and letters."""
from collections import Counter

text = 'the quick brown fox jumps over the lazy dog the end'
words = Counter(text.split())
print(words.most_common(2), words['the'], words['nothing'], len(words))
letters = Counter(text.replace(' ', ''))
print(sorted(letters.most_common(4), key=lambda p: (-p[1], p[0]))[:3], sum(letters.values()))
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=5)
print(a + b, a - b, a & b, a | b)
a.update('abc')
a.subtract(['a', 'z'])
print(a, sorted(a.elements()), +a, -a)
del a['z']
print('z' in a, dict(a), list(a.items()), Counter([1, 1, 2]) == Counter([2, 1, 1]))
print(Counter({'x': 2}).copy(), Counter(), repr(Counter('hello')))
c = Counter()
for w in ['x', 'y', 'x']:
    c[w] += 1
print(c, max(c, key=c.get), sorted(c, key=c.get, reverse=True))
print(Counter(dict(p=1)).total() if hasattr(Counter, 'total') else 1)
