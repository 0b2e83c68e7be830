# Text as numbers: input and target sequences for a recurrent network.
import numpy as np

text = 'hello world, hello numpy'
chars = sorted(set(text))
to_ix = {c: i for i, c in enumerate(chars)}
ids = np.array([to_ix[c] for c in text], dtype=np.int32)
print(len(chars), ids)
batch, steps = 2, 5
usable = (len(ids) - 1) // (batch * steps) * batch * steps
x = ids[:usable].reshape(batch, -1)
y = ids[1:usable + 1].reshape(batch, -1)
for i in range(x.shape[1] // steps):
    xs, ys = x[:, i * steps:(i + 1) * steps], y[:, i * steps:(i + 1) * steps]
    print(xs, ''.join(chars[k] for k in ys[0]))
one_hot = np.zeros((steps, len(chars)))
one_hot[np.arange(steps), xs[0]] = 1
print(one_hot.argmax(axis=1), one_hot.sum())
