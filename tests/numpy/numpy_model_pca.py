# Principal components by eigh and by svd.
import numpy as np

rng = np.random.RandomState(5)
data = rng.randn(50, 3).dot(np.array([[3., 0, 0], [1, 1, 0], [0, 0.5, 0.2]]))
data -= data.mean(axis=0)
cov = np.cov(data, rowvar=False)
values, vectors = np.linalg.eigh(cov)
print(values[::-1].round(6), (values[::-1] / values.sum()).round(4), vectors.round(5))
u, s, vt = np.linalg.svd(data, full_matrices=False)
print((s ** 2 / (len(data) - 1)).round(6))
print(vt.round(5))
print(np.allclose(np.abs(vt[0]), np.abs(vectors[:, -1])))
reduced = data.dot(vt[:2].T)
print(reduced.shape, reduced[:3].round(4))
print('lost', round(float(((data - reduced.dot(vt[:2])) ** 2).sum()), 6))
