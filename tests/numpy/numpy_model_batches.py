# Shuffling and batching, in the forms that programs use.
import numpy as np

np.random.seed(3)
features = np.arange(20).reshape(10, 2)
labels = np.arange(10)
order = np.random.permutation(len(labels))
print(order)
x, y = features[order], labels[order]
for i in range(0, len(y), 4):
    print(i, x[i:i + 4].tolist(), y[i:i + 4])
train, test = np.split(order, [8])
print(train, test)
state = np.random.get_state()
np.random.shuffle(x)
np.random.set_state(state)
np.random.shuffle(y)
print((x[:, 0] // 2 == y).all(), y)
picked = np.random.choice(10, 4, replace=False)
print(picked, labels[picked], np.random.randint(0, 10, 3))
