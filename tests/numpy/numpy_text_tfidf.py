# Counting words in documents.
import numpy as np

docs = ['the cat sat', 'the dog sat down', 'cat and dog and cat']
vocabulary = sorted(set(' '.join(docs).split()))
counts = np.array([[d.split().count(w) for w in vocabulary] for d in docs])
print(vocabulary)
print(counts)
tf = counts / counts.sum(axis=1, keepdims=True)
idf = np.log(len(docs) / (counts > 0).sum(axis=0))
print((tf * idf).round(4))
unit = counts / np.sqrt((counts ** 2).sum(axis=1))[:, None]
print((unit @ unit.T).round(4))
print(np.array(vocabulary)[counts.sum(axis=0).argsort(kind='stable')[::-1]][:3])
