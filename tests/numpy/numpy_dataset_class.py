# The DataSet class of the tutorials.
import numpy as np


class DataSet(object):
    def __init__(self, images, labels):
        assert images.shape[0] == labels.shape[0], 'images.shape: %s labels.shape: %s' % (images.shape, labels.shape)
        self._images, self._labels = np.multiply(images.astype(np.float32), 1.0 / 255.0), labels
        self._epochs, self._index, self._n = 0, 0, images.shape[0]

    def next_batch(self, size):
        start = self._index
        self._index += size
        if self._index > self._n:
            self._epochs += 1
            perm = np.arange(self._n)
            np.random.shuffle(perm)
            self._images, self._labels = self._images[perm], self._labels[perm]
            start, self._index = 0, size
        return self._images[start:self._index], self._labels[start:self._index]


np.random.seed(8)
data = DataSet(np.arange(60).reshape(10, 6) * 4, np.arange(10) % 3)
for i in range(5):
    x, y = data.next_batch(4)
    print(i, x.shape, x.dtype, y, x[0, :3], data._epochs)
try:
    DataSet(np.zeros((2, 2)), np.zeros(3))
except AssertionError as e:
    print(e)
