# A picture by its largest singular values.
import numpy as np

x, y = np.meshgrid(np.arange(6), np.arange(5))
picture = (x * y + x % 3 * 2.0).astype(float)
u, s, vt = np.linalg.svd(picture, full_matrices=False)
print(u.shape, s.round(5), vt.shape)
for k in (1, 2, 3):
    close = (u[:, :k] * s[:k]) @ vt[:k]
    print(k, round(float(np.abs(picture - close).max()), 6), round(float(np.linalg.norm(picture - close)), 6))
print(close.round(3) + 0.0)
