# Making arrays, their types and attributes, and how they print.
import numpy as np

for v in [[1, 2, 3], [1.5, 2, 3], [True, False], [[1, 2], [3, 4]], [], [[]], 5, 2.5, True,
          'abc', ['a', 'bc'], [b'x', b'yz'], (1, (2)), range(4), [(1, 2), [3, 4]],
          [np.float32(1), np.float32(2)], [np.array([1, 2]), np.array([3, 4])]]:
    a = np.array(v)
    print(repr(a), a.dtype, a.shape, a.ndim, a.size)

for t in ['float32', 'int64', np.float16, np.uint8, float, int, bool, 'f4', '<i2', np.dtype('int8')]:
    a = np.zeros((2, 3), dtype=t)
    print(repr(a), a.dtype, a.itemsize, a.nbytes)

print(np.ones(3), np.ones((2, 2), np.int32), np.full((2,), 7), np.full((2, 2), 1.5))
print(np.eye(3), np.identity(2, dtype=int), np.eye(2, 3, k=1))
print(np.zeros_like([1, 2]), np.ones_like(np.array([1.5, 2])), np.full_like(np.zeros(2), 9))
print(np.arange(5), np.arange(2, 10, 3), np.arange(5, 0, -2), np.arange(0, 1, 0.25), np.arange(3.0))
print(np.arange(4, dtype=np.float32), np.arange(1, 2, 0.1), np.arange(0))
print(np.linspace(0, 1, 5), np.linspace(1, 10, 4, endpoint=False), np.linspace(0, 5, 3, dtype=int))
print(np.linspace(0, 1, 3, retstep=True))
print(np.logspace(0, 2, 3))
x, y = np.meshgrid([1, 2, 3], [4, 5])
print(x, y)
print(np.asarray([1, 2]).dtype, np.array([1, 2], dtype='float32'), np.array([1.7, -1.7]).astype(int))
a = np.array([1, 2, 3])
print(np.asarray(a) is a, np.array(a) is a, np.array(a, ndmin=3).shape)
print(a.tolist(), np.array([[1.5, 2]]).tolist(), np.float32(2.5).tolist(), np.array(3).tolist())
print(a.item(1), np.array([[5]]).item(), np.array([[1, 2], [3, 4]]).item(1, 0), np.array([[1, 2], [3, 4]]).item(3))
print(type(a), type(a[0]), type(a.dtype).__mro__[-1], a.dtype.name, a.dtype.kind, a.dtype.itemsize)
print(isinstance(a, np.ndarray), isinstance(a[0], np.int64), isinstance(a[0], np.integer), isinstance(a[0], int))
print(isinstance(np.float64(1), float), isinstance(np.float32(1), float), issubclass(np.float32, np.floating))
print(np.float32 == np.dtype('float32'), np.dtype('float32') == np.float32, np.dtype(float) == 'float64', a.dtype != np.int32)
print(np.issubdtype(np.float32, np.floating), np.issubdtype(a.dtype, np.integer), np.issubdtype(np.int8, np.floating))
print(np.finfo(np.float32).eps, np.finfo(np.float64).max, np.iinfo(np.int32).max, np.iinfo('uint8').min)
print(np.array([1e10, 1]), np.array([1e-10, 1]), np.array([0.1, 0.25, 1 / 3]), np.array([np.nan, np.inf, -np.inf, 1]))
print(np.array([1e300, 1e-300]), np.float32(1) / 3, np.array([1, 2], np.float32) / 3)
print(np.arange(2000), np.zeros((3, 500)))
print(np.arange(30).reshape(5, 6))
print(repr(np.arange(24.).reshape(2, 3, 4)))
print(np.array(['spam', 'x']), repr(np.array(['spam', 'x'])), np.array(['spam', 'x'])[0])
for bad in [lambda: np.array([[1, 2], [3]]), lambda: np.zeros(-1), lambda: np.array(['x'], dtype=float),
            lambda: np.zeros(3, dtype='nonsense'), lambda: np.array([1, 2]).reshape(3), lambda: len(np.array(5)),
            lambda: int(np.array([1, 2])), lambda: bool(np.array([1, 2])), lambda: np.dtype(3),
            lambda: np.array([1, 2]).item(), lambda: hash(np.array([1])), lambda: np.linspace(0, 1, -1)]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
