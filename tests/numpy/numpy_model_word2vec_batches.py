# Skip-gram batches from a text, as the tutorials make them.
import collections
import numpy as np

words = 'the quick brown fox jumps over the lazy dog the quick end'.split()
count = collections.Counter(words).most_common()
dictionary = {w: i for i, (w, _) in enumerate(count)}
data = [dictionary[w] for w in words]
print(count[:3], data)
data_index = 0


def generate_batch(batch_size, num_skips, skip_window):
    global data_index
    batch = np.ndarray(shape=(batch_size), dtype=np.int32)
    labels = np.ndarray(shape=(batch_size, 1), dtype=np.int32)
    span = 2 * skip_window + 1
    window = collections.deque(maxlen=span)
    for _ in range(span):
        window.append(data[data_index])
        data_index = (data_index + 1) % len(data)
    for i in range(batch_size // num_skips):
        others = [k for k in range(span) if k != skip_window]
        for j in range(num_skips):
            batch[i * num_skips + j] = window[skip_window]
            labels[i * num_skips + j, 0] = window[others[j]]
        window.append(data[data_index])
        data_index = (data_index + 1) % len(data)
    return batch, labels


batch, labels = generate_batch(8, 2, 1)
print(batch, labels.ravel(), batch.dtype, labels.shape)
embedding = np.arange(24).reshape(-1, 2) / 10.
print(embedding[batch][:3])
