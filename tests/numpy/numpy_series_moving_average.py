# Moving averages three ways, differences, crossings.
import numpy as np

prices = np.array([10, 11, 13, 12, 15, 17, 16, 18, 21, 20], dtype=float)
w = 3
print(np.convolve(prices, np.ones(w) / w, mode='valid').round(6))
c = np.cumsum(np.insert(prices, 0, 0))
print(((c[w:] - c[:-w]) / w).round(6))
print(np.array([prices[i:i + w].mean() for i in range(len(prices) - w + 1)]).round(6))
print(np.diff(prices), (np.diff(prices) / prices[:-1]).round(4))
print(np.sign(np.diff(prices)).astype(int), np.flatnonzero(np.diff(prices) < 0))
print(np.maximum.accumulate(prices), (prices - np.maximum.accumulate(prices)).min())
print(np.interp([0.5, 2.25, 99], np.arange(10), prices))
