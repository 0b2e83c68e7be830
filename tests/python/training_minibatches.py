"""Epochs of shuffled batches: a class with state, a generator, and the remainders."""
import random


class DataSet(object):
    def __init__(self, images, labels, seed=0):
        assert len(images) == len(labels), '%d != %d' % (len(images), len(labels))
        self._images, self._labels = list(images), list(labels)
        self._random = random.Random(seed)
        self._epochs_completed = 0
        self._index_in_epoch = 0

    @property
    def num_examples(self):
        return len(self._images)

    @property
    def epochs_completed(self):
        return self._epochs_completed

    def next_batch(self, size):
        start = self._index_in_epoch
        self._index_in_epoch += size
        if self._index_in_epoch > self.num_examples:
            self._epochs_completed += 1
            order = list(range(self.num_examples))
            self._random.shuffle(order)
            self._images = [self._images[i] for i in order]
            self._labels = [self._labels[i] for i in order]
            start, self._index_in_epoch = 0, size
            assert size <= self.num_examples
        end = self._index_in_epoch
        return self._images[start:end], self._labels[start:end]


def batches(items, size, drop_last=False):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch and not drop_last:
        yield batch


data = DataSet(['im%d' % i for i in range(7)], range(7))
for step in range(5):
    images, labels = data.next_batch(3)
    print(step, data.epochs_completed, images, labels)
    assert all(image == 'im%d' % label for image, label in zip(images, labels))
print(list(batches('abcdefg', 3)))
print(list(batches('abcdefg', 3, drop_last=True)), list(batches([], 2)))
for call in (lambda: DataSet([1], []), lambda: data.next_batch(100)):
    try:
        call()
    except AssertionError as e:
        print('AssertionError', e)
