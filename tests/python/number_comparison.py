# Numbers of different types compared, hashed and found in containers.
import math

numbers = [0, 1, -1, True, False, 0.0, -0.0, 1.0, 0.5, -0.5, 2 ** 53, 2 ** 53 + 1, 2.0 ** 53, 2 ** 64, 2.0 ** 64, 1e308, math.inf, -math.inf, 10 ** 400, 1 + 0j, 1j]
for a in numbers:
    print(str(a)[:12].rjust(12), ''.join('=' if a == b else '.' for b in numbers), end=' ')
    if not isinstance(a, complex):
        print(''.join('<' if a < b else '>' if a > b else '=' for b in numbers if not isinstance(b, complex)))
    else:
        print()
print(all(hash(a) == hash(b) for a in numbers for b in numbers if a == b))
print(len(set(numbers)), len({1, 1.0, True, 1 + 0j}), {1: 'int', 1.0: 'float', True: 'bool'}, {0: 'a', False: 'b'}, {0.0: 1, -0.0: 2})
print([1, 2, 3].index(2.0), (0, False, 0.0).count(0), 1.0 in range(3), 1.5 in range(3), True in [1], 10 ** 20 in range(5), [1, 2] == [1.0, 2.0], (1, 2) < (1.0, 3), [True] == [1])
nan = float('nan')
print(nan == nan, nan != nan, nan < 1, nan > 1, nan in [nan], [nan] == [nan], (nan,) == (nan,), {nan: 1}[nan], nan is nan, max(nan, 1), max(1, nan), min(nan, 1), sorted([2, nan, 1]))
print(0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), abs(0.1 + 0.2 - 0.3) < 1e-9, 0.1 * 3, 1.0 == 1.0000000000000001, 1e16 + 1 == 1e16, 2 ** 53 + 1.0 == 2 ** 53)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 != 1, 0 == False is False, not 0 == 1, 1 <= 1.0 < 1.5 <= 2)
print(-0.0 == 0.0, str(-0.0), math.copysign(1, -0.0), 0.0 is not -0.0 or True, 1 / math.inf, -1 / math.inf, math.inf - math.inf, math.inf * 0, math.inf == math.inf, 1e400 == math.inf)
for op in (lambda: 1 < 'a', lambda: 1 < None, lambda: [] < 1, lambda: 1j < 2, lambda: {} > 1.5, lambda: (1,) < [1], lambda: 'a' <= 1.5, lambda: max(1, 'a'), lambda: sorted([1, None])):
    try:
        print(op())
    except TypeError as e:
        print(e)
print(1 == '1', 1 != '1', None == 0, [] == 0, 'a' == 97, b'a' == 97, () == 0, 1 == object())


class Near:
    def __init__(self, value, within):
        self.value, self.within = value, within

    def __eq__(self, other):
        return abs(self.value - other) <= self.within

    def __lt__(self, other):
        return self.value < other - self.within

    def __gt__(self, other):
        return self.value > other + self.within


x = Near(3, 0.1)
print(x == 3.05, 3.05 == x, 3.2 == x, 2 < x, x < 4, 4 > x, x > 3.05, 3 != x, x in [1, 3], [1, 3.1] == [1, x])
