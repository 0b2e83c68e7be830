# Which type comes out.
import numpy as np

for a in (np.array([1], 'int8'), np.array([1], 'uint8'), np.array([1]), np.array([1], 'float32'), np.array([True])):
    results = (a + 1, a * 1.5, a / 2, a // 2, a + a, a.mean(), a.sum(), a + np.float32(1))
    print(a.dtype, [str(x.dtype) for x in results])
print(np.array([200], np.uint8) + np.array([100], np.uint8), np.array([200], np.uint8) + 100, np.array([200], np.uint8) + 1000)
print(np.int32(7) / 2, np.int32(7) // 2, type(np.int32(7) * 2), type(np.float32(1) * 2), type(np.float32(1) * np.float64(2)))
print(np.float32(0.1), np.float64(0.1), np.float32(0.1) == 0.1, np.float32(0.1) + 0.2, float(np.float32(0.1)))
print(np.array([1, 2.5]), np.array([1, True]), np.array([1, 2], dtype=float), np.array([1.9, -1.9]).astype(int))
print(np.result_type('int8', 'uint8'), np.promote_types('u1', 'i8'), np.can_cast('i4', 'i8'))
print(np.zeros(2).dtype, np.arange(3).dtype, np.arange(3.).dtype, np.linspace(0, 1, 2).dtype, np.eye(1).dtype, np.random.rand(1).dtype)
print(np.iinfo(np.int8).max, np.iinfo('uint16').max, np.finfo(np.float32).eps, np.finfo(float).max)
print(np.issubdtype(np.float32, np.floating), np.issubdtype(np.int32, np.integer), isinstance(np.float64(1), float), isinstance(np.int64(1), int))
