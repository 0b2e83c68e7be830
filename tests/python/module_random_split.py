"""Splitting and shuffling data as before a training."""
import random

random.seed(0)
data = [(i, i % 3) for i in range(12)]
random.shuffle(data)
cut = int(len(data) * 0.75)
train, test = data[:cut], data[cut:]
print(train[:3], test, len(train))


def batches(items, size, epochs):
    for epoch in range(epochs):
        order = list(range(len(items)))
        random.shuffle(order)
        for i in range(0, len(order), size):
            yield epoch, [items[k][0] for k in order[i:i + size]]


for epoch, batch in batches(train, 4, 2):
    print(epoch, batch)
folds = [data[i::3] for i in range(3)]
print([len(f) for f in folds], sorted(x for f in folds for x in f) == sorted(data))
weights = [random.gauss(0, 0.1) for _ in range(3)]
print(['%.6f' % w for w in weights], [round(random.uniform(-0.5, 0.5), 4) for _ in range(3)], random.sample(train, 2))
