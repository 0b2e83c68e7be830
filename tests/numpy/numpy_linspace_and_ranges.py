# Numbers in a row.
import numpy as np

print(np.arange(5), np.arange(2, 8, 3), np.arange(5, 0, -2), np.arange(0, 1, 0.25), np.arange(3, dtype=np.float32), np.arange(1, 1))
print(np.linspace(0, 1, 5), np.linspace(0, 1, 5, endpoint=False), np.linspace(3, 1, 3), np.linspace(0, 10, 1), np.linspace(0, 1, 3, retstep=True))
print(np.linspace(0, 5, 3, dtype=int), np.logspace(0, 2, 3), np.logspace(0, 3, 4, base=2), np.geomspace(1, 100, 3))
print(np.zeros(3), np.ones((2, 2), int), np.full(2, 7.), np.full((1, 2), True), np.empty((0, 2)).shape, np.eye(2, 3), np.eye(3, k=1), np.diag([1, 2]))
print(np.mgrid[0:2, 0:3].tolist(), np.indices((2, 2)).tolist(), np.tri(3, dtype=int), np.tril(np.ones((3, 3)), -1))
print(np.arange(0.1, 0.5, 0.1), np.arange(1, 2, 0.3), np.arange(-1, 1, 0.5).tolist(), np.linspace(-1, 1, 7).round(3))
