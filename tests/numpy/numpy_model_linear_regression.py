# A line through noisy points: normal equations, lstsq, polyfit and descent agree.
import numpy as np

np.random.seed(42)
x = np.linspace(0, 10, 20)
y = 3 * x + 4 + np.random.normal(0, 0.5, size=x.shape)
a = np.c_[x, np.ones(len(x))]
print(np.linalg.inv(a.T.dot(a)).dot(a.T).dot(y).round(6))
print(np.linalg.solve(a.T.dot(a), a.T.dot(y)).round(6))
print(np.linalg.lstsq(a, y, rcond=None)[0].round(6))
print(np.polyfit(x, y, 1).round(6))
w = np.zeros(2)
for i in range(5000):
    w -= 0.01 * 2 / len(y) * a.T.dot(a.dot(w) - y)
print(w.round(4))
residual = y - a.dot(w)
print('rss %.4f r2 %.6f' % ((residual ** 2).sum(), 1 - residual.var() / y.var()))
