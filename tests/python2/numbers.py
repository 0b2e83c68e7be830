# Division, long integers, octal literals, str and repr of floats, rounding, comparison of anything.
print 7 / 2, -7 / 2, 7 // 2, 7 % 3, -7 % 3, 7 / 2.0, 7.0 // 2, 1 / 3.0, 2 ** 3, 2 ** -1, divmod(-7, 2)
print 0777, 0o17, 0xff, 0b11, 10L, long(5), 2 ** 62, 2 ** 63, 2 ** 64, -2 ** 63, 9223372036854775807 + 1
print type(1), type(1L), type(2 ** 63), type(2 ** 62), isinstance(1, long), isinstance(1L, int), 1 == 1L, repr(5L), [5L]
print 0.1 + 0.2, repr(0.1 + 0.2), 1.0 / 3, [1.0 / 3], str(1e16), repr(1e16), 1e15, 123456789012.0, 1234567890123.0, 1e-5
print round(2.5), round(-2.5), round(3.14159, 2), round(1.25, 1), round(7), int(3.99), int(-3.99), int('12'), float('1.5')
print None < 0, 1 < 'a', 'a' < (), [] < 'a', {} < [], (1,) < [1], max(1, 'x'), min(None, -5), sorted([3, 'b', None, 1.5, 'a'])
print cmp(1, 2), cmp(2, 1), cmp('a', 'a'), cmp((1, 2), (1, 3)), 3 <> 4, 3 <> 3, 1 < 2 < 3
print abs(-3), pow(2, 10), pow(2, 10, 1000), max([1, 5, 3]), sum([1, 2, 3]), hex(255), oct(8), bin(5), hex(255L), oct(8L)
print True + True, not 0, 5 and 0, 0 or 'x', bool(''), int(True), float(3), 3.0, 3., 1e3, -0.0
