# numpy's numbers among Python's.
import numpy as np

x, n = np.float32(2.5), np.int64(7)
print(x + 1, n + 1, n / 2, n // 2, n % 4, n ** 2, -n, abs(np.int64(-3)), divmod(n, 3), round(np.float64(2.567), 2))
print(range(10)[n], [0] * np.int64(3), 'ab' * np.int64(2), {n: 'seven'}[7], n in [1, 7], max(n, 3), sum([n, n]))
print(isinstance(n, np.integer), isinstance(x, np.floating), isinstance(x, float), np.isscalar(n), n.item(), type(n.item()) is int)
print(int(x), float(n), bool(np.float64(0)), str(n), repr(n), '%d %5.2f %s' % (n, x, n), n.dtype, n.shape, n.ndim)
print(n == 7, n == 7.0, n != 8, np.float64(0.1) + np.float64(0.2) == 0.3, np.isclose(0.1 + 0.2, 0.3))
print(np.bool_(True) and 5, np.bool_(True) + 1, not np.bool_(False), np.bool_(1) is True, ~np.bool_(True))
print(np.int8(100) // np.int8(7), np.uint8(3) - np.uint8(1), hash(np.int64(5)) == hash(5))
print(np.float64('1.5'), np.int32('12'), np.float64('nan'), np.inf > n, np.sqrt(np.float64(16)), np.float32(7).astype(int))
for i in np.arange(3):
    print(i, type(i).__name__, i + 1 == int(i) + 1, end=' ')
print(sorted(np.array([3, 1, 2])), list(np.array([1.5, 2])), tuple(np.arange(2)), np.array([1, 2]).tolist())
