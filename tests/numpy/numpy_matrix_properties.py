# Facts about a matrix.
import numpy as np

a = np.array([[4., 1., 2.], [1., 3., 0.], [2., 0., 5.]])
print(np.linalg.det(a), np.linalg.matrix_rank(a), np.trace(a))
print(np.linalg.inv(a).round(6))
print(np.allclose(a.dot(np.linalg.inv(a)), np.eye(3)), (a == a.T).all())
values, vectors = np.linalg.eigh(a)
print(values.round(6))
print(vectors.round(6))
print(np.allclose(a @ vectors, vectors * values))
low = np.linalg.cholesky(a)
print(low.round(6), np.allclose(low @ low.T, a))
print(np.linalg.norm(a), np.linalg.norm(a, 1), np.linalg.norm(a, np.inf), round(np.linalg.cond(a), 6))
for bad in (np.ones((2, 2)), np.ones((2, 3)), np.array([[1., 2.], [2., 1.]])):
    try:
        print(np.linalg.cholesky(bad))
    except np.linalg.LinAlgError as e:
        print('LinAlgError:', e)
