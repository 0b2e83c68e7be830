# The k nearest neighbours vote.
import numpy as np

train = np.array([[1., 1.], [1., 2.], [2., 1.], [6., 6.], [7., 6.], [6., 7.]])
labels = np.array([0, 0, 0, 1, 1, 1])


def predict(x, k=3):
    distance = np.linalg.norm(train - x, axis=1)
    nearest = np.argsort(distance, kind='stable')[:k]
    votes = np.bincount(labels[nearest], minlength=2)
    print(x, distance.round(3), nearest, votes)
    return votes.argmax()


print([predict(np.array(p)) for p in ([1.5, 1.5], [5., 5.], [3., 4.])])
print(np.mean([predict(t) == l for t, l in zip(train, labels)]))
