# Broadcasting, case by case.
import numpy as np

row, column, cube = np.arange(3), np.arange(4)[:, None], np.arange(24).reshape(2, 3, 4)
print((row + column).shape, (row + column).tolist())
print((cube * column[:3]).shape, (cube - cube.mean(axis=2, keepdims=True))[0, 0])
print(row[None, :].shape, row[:, None].shape, row[np.newaxis, ..., np.newaxis].shape)
print(np.broadcast_to(row, (2, 3)), np.broadcast_arrays(row, column)[1][:, 0])
print((np.ones((5, 1, 3)) * np.ones((4, 1))).shape, (5 * np.ones(())).shape, np.ones((0, 3)).sum())
grid = np.abs(row[:, None] - row)
print(grid, grid.argmax(axis=1))
xs, ys = np.meshgrid(np.linspace(-1, 1, 3), np.linspace(0, 1, 2))
print(xs, ys, np.hypot(xs, ys).round(4))
print(np.subtract.outer([1, 2], [3, 4, 5]), np.ix_([0, 1], [2, 0])[0].shape)
