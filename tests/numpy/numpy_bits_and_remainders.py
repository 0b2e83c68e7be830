# Bits of integers, quotients and remainders.
import numpy as np

n = np.arange(8, dtype=np.uint8)
print(n & 1, n | 8, n ^ 3, ~n, n << 1, n >> 1, np.left_shift(1, n), np.bitwise_and(n, 6))
print(((n[:, None] >> np.arange(3)[::-1]) & 1))
print([np.binary_repr(int(v), 4) for v in n], np.bitwise_or.reduce(n), np.bitwise_xor.reduce(n), np.binary_repr(-3, 5))
masks = np.array([True, False, True]), np.array([True, True, False])
print(masks[0] & masks[1], masks[0] | masks[1], masks[0] ^ masks[1], ~masks[0], np.logical_and(*masks), np.logical_not(masks[0]))
print(np.gcd(12, [8, 9, 6]), np.lcm([2, 3], 4), np.array([7, -7]) // 2, np.array([7, -7]) % 3, np.fmod([7, -7], 3), np.divmod([7, -7], 3))
