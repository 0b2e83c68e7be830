# What is done with pictures of digits before they are fed.
import numpy as np

images = np.arange(3 * 28 * 28).reshape(3, 28, 28) % 256
flat = images.reshape(-1, 784).astype('float32') / 255
print(flat.shape, flat.dtype, flat[0, :5], flat.max())
again = flat.reshape(-1, 28, 28, 1)
print(again.shape, again[..., 0].shape, np.squeeze(again).shape)
labels = np.array([5, 0, 4])
print(np.eye(10)[labels].astype(int))
dense = np.zeros((3, 10))
dense[np.arange(3), labels] = 1
print(np.argmax(dense, 1), np.expand_dims(labels, 1).shape)
print(flat)
