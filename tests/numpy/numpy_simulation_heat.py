# Heat spreading along a rod.
import numpy as np

rod = np.zeros(11)
rod[5] = 100.
for i in range(50):
    rod[1:-1] += 0.25 * (rod[2:] - 2 * rod[1:-1] + rod[:-2])
    if i % 10 == 0:
        print(i, rod.round(3))
print(rod.sum().round(6), rod[::-1][:3].round(6), np.gradient(rod).round(3))
