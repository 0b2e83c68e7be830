# Operators: broadcasting, types of results, in-place forms, comparisons.
import warnings
import numpy as np

warnings.filterwarnings('ignore')

a = np.array([1, 2, 3])
f = np.array([0.5, 1.5, 2.5])
print(a + 1, a - 1.5, a * f, a / 2, a // 2, a % 2, a ** 2, -a, +a, abs(-a), 2 - a, 1 / a, 2 ** a, 7 // a, 7 % a)
print(f // 1, f % 1, -f // 2, -f % 2, f ** 0.5, f ** 2, f ** -1, divmod(a, 2))
print(a + [1, 2, 3], (1, 2, 3) * a, a[:, None] * a, np.ones((2, 1, 3)) + np.ones((4, 1)))
print(a & 1, a | 8, a ^ 3, ~a, a << 2, a >> 1, (a > 1) & (a < 3), (a > 1) | (a < 2), ~(a > 1))
print(a > 2, a >= f, a == [1, 0, 3], a != 2, 2 < a, (a == a).all(), a == 'x', a == None, np.array(['a', 'b']) == 'a')
print(a @ a, np.eye(3) @ a, np.arange(6).reshape(2, 3) @ np.arange(6).reshape(3, 2))

types = [np.bool_, np.int8, np.uint8, np.int32, np.int64, np.float16, np.float32, np.float64]
for s in types:
    print(s.__name__, [str((np.ones(2, s) + np.ones(2, t)).dtype) for t in types])
    print('  scalars', [str((np.ones(2, s) + v).dtype) for v in [True, 1, 200, 70000, 2 ** 40, -1, 1.5, 1e300]],
          [str((s(1) + v).dtype) for v in [1, 1.5, np.float32(1), np.int8(1)]],
          str((np.ones(2, s) / 2).dtype), str((np.ones(2, s) / np.ones(2, s)).dtype), str(np.sqrt(np.ones(2, s)).dtype))
print((np.float32(0.1) + np.float64(0.2)), np.float32(0.1) * 3, 3 * np.float32(0.1), np.float32(0.1) + np.float32(0.2))
print(np.int8(100) + np.int8(27), np.uint8(255) * np.uint8(1), np.int32(7) / 2, np.int32(7) // 2, np.int64(7) % -3)
print(np.array([250], np.uint8) + 10, np.array([100], np.int8) + np.array([100], np.int8))
x = np.float32(2.5)
print(x == 2.5, x > 2, x + x, -x, int(x), float(x), round(x), bool(x), hash(x) == hash(2.5), repr(x), str(x))
print('%.3f %d %s %5.1f|' % (x, np.int64(3), x, np.float64(2)), '{:.2f} {} {:>6}'.format(x, np.int32(4), str(x)))
print(f'{x:.1f} {a} {np.float64(1) / 3}', [1, 2, 3][np.int64(1)], 'ab' * np.int64(2), [0] * np.int32(2))
print({1: 'a'}[np.int64(1)], np.float64(0.1) == 0.1, np.float32(0.1) == 0.1, max(np.int32(3), 2), sum(a), min(a), sorted(-a))
print(np.int64(5) in [5], isinstance(np.bool_(True), bool), np.bool_(True) and 1, not np.bool_(False))

b = a
b += 1
print(a, b is a)
f *= 2
f -= a
f /= 4
f **= 2
f //= 0.1
print(f)
a <<= 1
a %= 3
print(a)
g = np.zeros(2, np.float32)
g += 1.5
print(g, g.dtype)
s = np.float32(1)
s += 1
print(s, type(s).__name__)
m = np.arange(4).reshape(2, 2)
m += np.array([10, 20])
m[0] *= 2
print(m)
for bad in [lambda: a + np.array([1, 2]), lambda: a + 'x', lambda: a + None, lambda: a < 'x', lambda: a @ np.ones((2, 2)),
            lambda: np.array([True]) - np.array([True]), lambda: -np.array([True]), lambda: np.array([2]) ** -1,
            lambda: a.__iadd__(1.5), lambda: a.__iadd__(np.ones((2, 3), int)), lambda: f & 1, lambda: ~f,
            lambda: np.zeros((2, 3)).dot(np.zeros((2, 3))), lambda: np.zeros((2, 3)) @ np.zeros((2, 3)), lambda: a @ 2]:
    try:
        print(bad())
    except Exception as ex:
        print(type(ex).__name__, ex)
