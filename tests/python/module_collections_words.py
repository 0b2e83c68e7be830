"""Building a vocabulary, as programs about texts do."""
import collections
import re

text = '''The cat sat on the mat. The dog sat on the log!
A cat and a dog: friends?'''
words = re.findall(r'[a-z]+', text.lower())
count = [['UNK', -1]]
count.extend(sorted(collections.Counter(words).most_common(), key=lambda p: (-p[1], p[0]))[:5])
dictionary = {}
for word, _ in count:
    dictionary[word] = len(dictionary)
data, unknown = [], 0
for word in words:
    index = dictionary.get(word, 0)
    unknown += index == 0
    data.append(index)
count[0][1] = unknown
reverse = dict(zip(dictionary.values(), dictionary.keys()))
print(count, data, [reverse[i] for i in data[:6]])
window = collections.deque(maxlen=3)
pairs = []
for i in data:
    window.append(i)
    if len(window) == 3:
        pairs.append((window[1], (window[0], window[2])))
print(pairs[:4], len(pairs), collections.Counter(len(w) for w in words).most_common(2))
