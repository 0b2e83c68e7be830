# Windows over a series as training data.
import numpy as np

series = np.sin(np.arange(12) / 2.0)
window = 4
x = np.array([series[i:i + window] for i in range(len(series) - window)])
y = series[window:]
print(x.shape, y.shape)
print(x[:2].round(4), y[:2].round(4))
split = int(len(x) * 0.75)
print(x[:split].shape, x[split:].shape, x[..., np.newaxis].shape)
index = np.arange(window) + np.arange(len(series) - window)[:, None]
print(index[:3].tolist(), (series[index] == x).all())
print(np.stack([x, x]).shape)
