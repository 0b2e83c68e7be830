# Pictures as uint8: brightness, inversion, channels, wrapping.
import numpy as np

picture = np.arange(0, 240, 20, dtype=np.uint8).reshape(2, 2, 3)
print(picture.dtype, picture.shape, picture.nbytes)
print(255 - picture)
print(picture + np.uint8(100))
print(np.clip(picture.astype(int) + 100, 0, 255).astype(np.uint8))
print(picture[..., ::-1][0, 0], picture[:, :, 0])
gray = picture.dot([0.299, 0.587, 0.114])
print(gray.round(2))
print((picture / 255.).dtype, (picture / 255.)[1, 1].round(3))
print(np.transpose(picture, (2, 0, 1)).shape, np.rot90(picture).tolist()[0])
print(picture.mean(axis=(0, 1)), picture.max(), picture.sum())
