# The perceptron learns OR and AND, and not XOR.
import numpy as np

x = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
for name, y in [('or', [0, 1, 1, 1]), ('and', [0, 0, 0, 1]), ('xor', [0, 1, 1, 0])]:
    w = np.zeros(3, dtype=int)
    for epoch in range(10):
        errors = 0
        for xi, target in zip(x, y):
            update = target - int(xi.dot(w) > 0)
            w += update * xi
            errors += update != 0
        if not errors:
            break
    print(name, 'epochs', epoch + 1, 'w', w, 'output', (x.dot(w) > 0).astype(int))
