"""Chances of single precision in choice, and writing through flat."""
import numpy as np

np.random.seed(3)
p = np.array([0.1, 0.2, 0.3, 0.15, 0.25], dtype=np.float32)
print(p.sum(dtype=np.float64) == 1)
print([int(np.random.choice(range(5), p=p.ravel())) for _ in range(8)])
print(np.random.choice(5, size=3, p=np.array([0.5, 0.5003, 0, 0, 0], dtype=np.float32)))
for bad in ([0.5, 0.5003, 0, 0, 0], np.array([0.5, 0.501, 0, 0, 0], dtype=np.float32)):
    try:
        np.random.choice(5, p=bad)
    except ValueError as e:
        print(e)

labels = np.array([2, 0, 1, 2])
hot = np.zeros((4, 3))
hot.flat[np.arange(4) * 3 + labels.ravel()] = 1
print(hot)
eye = np.zeros((3, 3), dtype=int)
eye.flat[::4] = [1, 2, 3]
print(eye)
row = eye[1]
row.flat[0] = 9
print(eye.tolist(), row.flat[1], list(eye.T.flat))
print(sum(1 for _ in hot.flat), hot.flat[5], hot.flat[-3:])
