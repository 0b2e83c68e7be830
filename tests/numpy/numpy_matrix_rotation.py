# Rotations, products.
import numpy as np

t = np.pi / 6
r = np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])
square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=float)
print((square @ r.T).round(6))
print(np.linalg.det(r).round(12), (r @ r.T).round(12))
print(np.linalg.matrix_power(r, 3).round(9) + 0.0)
print(np.rad2deg(np.arctan2(r[1, 0], r[0, 0])).round(6))
print(np.cross([1, 0, 0], [0, 1, 0]), np.dot([1, 2, 3], [4, 5, 6]), np.outer([1, 2], [3, 4]).tolist())
print(np.einsum('ij,kj->ik', square, r).round(6).tolist() == (square @ r.T).round(6).tolist())
