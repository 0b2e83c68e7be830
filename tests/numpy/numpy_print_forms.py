# How arrays look.
import numpy as np

print(np.array([1., 2.5, 3.25]), np.array([1., 2.]), np.array([0.1, 1e-3]), np.array([1e10, 1.]), np.array([1e-5, 1.]))
print(np.array([[1, 20], [300, 4]]), np.array([[1.5, -2.25], [1000, 0.125]]))
print(np.array([np.nan, 1, np.inf, -np.inf]), np.array([True, False]), np.array([-0.0, 0.0]))
print(repr(np.array([1.0, 2.0], np.float32)), repr(np.array([], int)), repr(np.array([[]])), repr(np.array(5)), repr(np.array(0.5)))
print(np.arange(2000), np.arange(40))
print(np.zeros((2, 2, 2)), repr(np.ones((2, 1, 2), int)))
print(np.linspace(0, 1, 11), np.array([123456.789, 0.001]), np.array([1e-20, 1e20]))
print(np.float32(1) / 3, np.float64(1) / 3, np.float16(1) / 3, np.float64(1e16), np.float32(1e8), np.float64(100000.0))
print('%s %.3f %d' % (np.array([1, 2]), np.float32(2.5), np.int64(3)), '{} {:.2f}'.format(np.arange(2), np.float64(1.005)))
print(f'{np.float32(0.1)} {np.array([0.1])} {np.int64(7):03d} {np.float64(3):8.3f}', str(np.arange(3)), [np.float64(1.5), np.int64(2)])
print(np.random.RandomState(0).rand(3, 12))
