# Scaling of features.
import numpy as np

x = np.array([[1., 200., 0.5], [2., 300., 0.7], [3., 400., 0.1], [4., 500., 0.9]])
print((x - x.mean(axis=0)) / x.std(axis=0))
print((x - x.min(0)) / (x.max(0) - x.min(0)))
print(x / np.linalg.norm(x, axis=1, keepdims=True))
print(np.ptp(x, axis=0), np.median(x, axis=0), np.percentile(x, [25, 75], axis=0))
print(np.clip((x - x.mean()) / x.std(), -1, 1))
