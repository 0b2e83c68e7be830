# Arrays of words: comparison, room, sorting, joining.
import numpy as np

words = np.array(['pear', 'fig', 'apple', 'kiwi', 'fig'])
print(words, words.dtype, words.shape, repr(words[0]), isinstance(words[0], str))
print(np.sort(words), np.unique(words), words == 'fig', words[words > 'h'])
words[1] = 'blackberry'
print(words)
print(np.where(words == 'fig', 'none', words), np.isin(words, ['kiwi', 'x']))
print(np.array([len(w) for w in words]), ', '.join(words), words.tolist())
print(np.array([['a', 'b'], ['c', 'd']]).T, np.concatenate([words[:2], ['z']]))
print(np.array(['1', '2', '30']).astype(int).sum(), np.array([1.5, 2]).astype(str), np.array([b'x', b'yy']))
