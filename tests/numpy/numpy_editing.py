# Growing and cutting arrays.
import numpy as np

a = np.arange(6)
print(np.append(a, 9), np.append([[1, 2]], [[3, 4]], axis=0), np.insert(a, 2, 99), np.insert(a, [0, 6], [7, 8]), np.delete(a, [0, -1]))
m = a.reshape(2, 3)
print(np.delete(m, 1, axis=1), np.insert(m, 1, 0, axis=0), np.insert(m, 0, [8, 9], axis=1))
print(np.concatenate([m, m], axis=1), np.vstack([m, [0, 0, 0]]), np.hstack([m, [[1], [2]]]), np.dstack([m, m]).shape)
print(np.r_[0, a[:2], 5:8], np.c_[a[:2], a[2:4]], np.column_stack([a, a * 2]).shape, np.block([[m, m], [m, m]]).shape)
print(np.split(a, 3), np.array_split(a, 4), np.hsplit(m, [1]), np.vsplit(m, 2)[0])
print(np.repeat(a[:3], 2), np.repeat(m, [1, 2], axis=0), np.tile(a[:2], 3), np.tile(m, (1, 2)), np.resize(a, (2, 4)))
print(np.roll(a, 2), np.roll(m, 1, axis=1), np.flip(m), np.rot90(m), np.pad(a[:2], (1, 2), 'constant', constant_values=-1), np.trim_zeros([0, 0, 1, 0]))
