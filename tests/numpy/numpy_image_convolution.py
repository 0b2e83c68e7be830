# Convolution of an image by loops, and by sums of shifted pictures.
import numpy as np

image = np.arange(25, dtype=np.float32).reshape(5, 5) % 7
kernel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], np.float32)
out = np.zeros((3, 3), np.float32)
for i in range(3):
    for j in range(3):
        out[i, j] = (image[i:i + 3, j:j + 3] * kernel).sum()
print(out)
fast = sum(kernel[a, b] * image[a:a + 3, b:b + 3] for a in range(3) for b in range(3))
print((fast == out).all(), fast.dtype)
padded = np.pad(image, ((1, 1), (1, 1)), 'constant')
print(padded.shape, padded[0], padded[1])
pooled = image[:4, :4].reshape(2, 2, 2, 2).max(axis=(1, 3))
print(pooled)
