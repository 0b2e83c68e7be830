# Arrays as arguments: what the caller sees.
import numpy as np


def scale(x):
    x *= 2
    return x


def rescaled(x):
    x = x * 2
    return x


def fill(x, value=np.zeros(2)):
    value += 1
    x[:2] = value


a = np.array([1., 2., 3.])
print(scale(a), a, rescaled(a), a)
fill(a)
fill(a)
print(a)
history = []
w = np.zeros(2)
for i in range(3):
    w += i
    history.append(w)
print(history)
history = []
w = np.zeros(2)
for i in range(3):
    w = w + i
    history.append(w)
print(history)
a[:], b = a[::-1].copy(), a
print(a, b)
