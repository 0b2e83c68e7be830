# The echo data of the recurrent network tutorials.
import numpy as np

np.random.seed(0)
echo, batch = 3, 5
x = np.array(np.random.choice(2, 50, p=[0.5, 0.5]))
y = np.roll(x, echo)
y[0:echo] = 0
x = x.reshape((batch, -1))
y = y.reshape((batch, -1))
print(x.shape, x.dtype)
print(x)
print(y)
for start in range(0, 10, 5):
    print(x[:, start:start + 5].sum(), y[:, start:start + 5].mean(axis=0))
