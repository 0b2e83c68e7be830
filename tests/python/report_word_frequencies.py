"""Words of a text: counts, lengths, a bar chart, words that appear once."""
import re
from collections import Counter, OrderedDict

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was
the age of foolishness, it was the epoch of belief, it was the epoch of incredulity..."""

words = re.findall(r'\w+', TEXT.lower())
counts = Counter(words)
print(len(words), len(counts), counts.most_common(5))
width = max(map(len, counts))
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:6]:
    print(word.rjust(width), '▇' * n, n)
lengths = OrderedDict()
for word in sorted(counts, key=len):
    lengths.setdefault(len(word), []).append(word)
for n, group in lengths.items():
    print(n, ' '.join(sorted(group)))
once = [w for w in counts if counts[w] == 1]
print(once, sum(counts.values()) == len(words))
letters = Counter(c for c in TEXT.lower() if c.isalpha())
print(''.join(sorted(letters, key=lambda c: (-letters[c], c))[:8]), letters['z'])
both = Counter('aab') + Counter('bcc'), Counter('aab') - Counter('abb'), Counter('aab') & Counter('ab'), Counter('a') | Counter('aab')
print(*(sorted(c.items()) for c in both))
print(re.sub(r'\b(\w)(\w*)', lambda m: m.group(1).upper() + m.group(2), TEXT.split(',')[0]), TEXT.count('\n'))
