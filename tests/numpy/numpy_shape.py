# Reshaping, transposing, joining and splitting.
import numpy as np

a = np.arange(6)
print(a.reshape(2, 3), a.reshape((3, 2)), a.reshape(-1, 2), np.reshape(a, (2, -1)), a.reshape(6), a.reshape(1, 6, 1).shape)
m = a.reshape(2, 3)
print(m.T, m.transpose(), m.T.reshape(6), m.T.ravel(), m.T.flatten(), np.transpose(m), m.swapaxes(0, 1))
t = np.arange(24).reshape(2, 3, 4)
print(t.transpose(2, 0, 1).shape, t.transpose((1, 0, 2))[0], np.transpose(t, (0, 2, 1)).shape, t.T.shape, np.moveaxis(t, 0, -1).shape, np.rollaxis(t, 2).shape)
print(np.expand_dims(a, 0).shape, np.expand_dims(a, 1).shape, np.expand_dims(a, -1).shape, np.squeeze(np.zeros((1, 3, 1))).shape, np.zeros((1, 3, 1)).squeeze(0).shape)
print(np.atleast_1d(5), np.atleast_2d([1, 2]), np.atleast_3d([1, 2]).shape, np.ndim(3), np.shape([[1, 2]]), np.size([[1, 2]]), np.size(m, 1))
print(np.concatenate([a, a]), np.concatenate([m, m], axis=1), np.concatenate((m, [[7, 8, 9]])), np.concatenate([m, m], axis=None))
print(np.stack([a, a]).shape, np.stack([a, a], axis=1).shape, np.stack([1, 2]), np.vstack([a, a]).shape, np.hstack([a, a]).shape, np.hstack([m, m]))
print(np.vstack((m, a[:3])), np.column_stack(([1, 2], [3, 4])), np.dstack(([1, 2], [3, 4])), np.append([1, 2], 3), np.append(m, [[1, 2, 3]], axis=0))
print(np.concatenate([[1], [2.5]]), np.concatenate([['a'], ['bc']]))
print(np.split(a, 3), np.split(a, [1, 4]), np.array_split(a, 4), np.vsplit(m, 2), np.hsplit(m, 3), np.split(m, 3, axis=1)[1])
print(np.repeat([1, 2], 2), np.repeat(m, 2, axis=0), np.repeat([1, 2], [2, 3]), np.tile([1, 2], 2), np.tile(m, (2, 1)), np.tile([1], (2, 2)))
print(np.roll(a, 2), np.roll(m, 1, axis=1), np.flip(a), np.flipud(m), np.fliplr(m), a[::-1], np.flip(m))
print(np.pad(a, 1, mode='constant'), np.pad(m, ((1, 0), (0, 2)), 'constant', constant_values=9))
print(np.tril(np.ones((3, 3), int)), np.triu(t[0]), np.diag([1, 2]), np.diag(m), np.trace(np.eye(3)), np.diag([1], k=1))
print(np.dot([1, 2], [3, 4]), np.dot(m, m.T), m.dot([1, 2, 3]), np.matmul(m, m.T), np.outer([1, 2], [3, 4]), np.inner([1, 2], [3, 4]), np.vdot([1, 2], [3, 4]))
print(np.dot(2, [1, 2]), np.matmul(np.ones((2, 2, 3)), np.ones((3, 2))).shape, (np.ones((5, 2, 3)) @ np.ones((5, 3, 4))).shape, np.ones(3) @ np.ones((2, 3, 2)))
print(np.linalg.norm([3, 4]), np.linalg.norm(m, axis=1), np.linalg.norm([[3, 4]]), np.linalg.norm([1, -2], 1), np.linalg.norm([1, -2], np.inf))
print(np.broadcast_to([1, 2], (2, 2)), np.arange(3)[:, None].shape)
for bad in [lambda: a.reshape(4), lambda: a.reshape(-1, -1), lambda: a.reshape(4, -1), lambda: np.concatenate([m, a]),
            lambda: np.concatenate([m, np.ones((2, 2))]), lambda: np.concatenate([]), lambda: np.stack([a, m]),
            lambda: np.split(a, 4), lambda: np.transpose(m, (0, 0)), lambda: np.transpose(m, (0,)), lambda: np.squeeze(m, 0),
            lambda: np.expand_dims(a, 3), lambda: np.concatenate([m, m], axis=2), lambda: np.vstack([[1, 2], [1, 2, 3]])]:
    try:
        print(bad())
    except Exception as ex:
        print(type(ex).__name__, ex)
