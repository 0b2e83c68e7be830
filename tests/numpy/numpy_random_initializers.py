# Weights as programs make them.
import numpy as np

rng = np.random.RandomState(0)
fan_in, fan_out = 4, 3
limit = np.sqrt(6.0 / (fan_in + fan_out))
print(rng.uniform(-limit, limit, (fan_in, fan_out)).astype(np.float32))
print((rng.randn(fan_in, fan_out) / np.sqrt(fan_in)).round(5))
print(rng.normal(0.0, 0.01, size=[fan_in]).astype('float32'))
w = rng.randn(4, 4)
q, r = np.linalg.qr(w)
print(np.allclose(q.T @ q, np.eye(4)), q.round(4))
mask = rng.binomial(1, 0.5, size=(2, 5))
print(mask, rng.rand(2, 3) < 0.5, (rng.rand(6) < 0.8) / 0.8)
print(np.full((2,), 0.1), np.zeros([2, 1], np.float32), np.ones_like(w)[0], np.identity(2))
