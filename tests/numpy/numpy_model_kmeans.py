# k-means: assignment and update until nothing moves.
import numpy as np

rng = np.random.RandomState(1)
points = np.vstack([rng.randn(20, 2) + c for c in ([0, 0], [5, 5], [0, 6])])
centers = points[rng.choice(len(points), 3, replace=False)]
for step in range(20):
    distance = np.sqrt(((points[:, np.newaxis] - centers) ** 2).sum(axis=2))
    nearest = distance.argmin(axis=1)
    moved = np.array([points[nearest == k].mean(axis=0) for k in range(3)])
    if np.allclose(moved, centers):
        break
    centers = moved
print('steps', step, 'sizes', np.bincount(nearest))
print(centers[np.argsort(centers[:, 0])].round(4))
print(np.unique(nearest, return_counts=True))
