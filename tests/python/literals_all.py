# Literals of every form and what they are.
print(0b101, 0o17, 0xFF, 0XaB, 1_000, 0x_ff, 0B1, 1e3, 1E-2, .5, 5., 1_0.0_1, 0.1e1, 00, 1e0)
print('a' "b" '''c''' """d""", 'it\'s', "say \"hi\"", 'tab\there', r'raw\n', R'\x', 'null\0end', 'oct\101', 'hex\x41')
print('uni\u00e9 \U0001F600' if False else 'uni\u00e9 \U0001F600', u'unicode', 'line \
continued', '''multi
line''', len('''
'''))
print(b'bytes', b'\x00\xff', rb'\n', br'\t', bytes([1, 2]), b'a' b'b', b"it's", b'\'"')
print('\a\b\f\v\r\\'.encode(), repr('\a\b\f\v\r\n\t\\\''), repr("'"), repr('"'), repr('\'"'), repr('é\x7f\u200b'))
print([], [1], [1, ], (), (1,), (1, 2), {}, {1}, {1: 2}, {1, }, {'a': {}}, [[]], ((),), set())
print(None, True, False, ..., Ellipsis is ..., NotImplemented, __name__, type(...))
print((1), (1,), 1, type((1)), type((1,)), type(()), type({}), type({1}), type([]))
a = 1,
b = 1, 2
c = (1
     + 2)
d = [
    1,  # comment
    2,

    3,
]
print(a, b, c, d)
x = 1; y = 2; print(x, y);
if x == 1 and \
   y == 2:
    print('joined')
print(1 if x else 2, x == 1 == True, -1 ** 2, (-1) ** 2, 2 ** -1, 2 ** 3 ** 2, not 1 == 2, - - 1, ~5, +3, 1 - -1)
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 7.5 // 2, -7.5 % 2, divmod(-7, 2), 1 / 2, 4 / 2, 3 * 'ab', [0] * 2)
print(1 << 4 | 3 & 2 ^ 1, 5 & 6, 5 | 6, 5 ^ 6, 1 << 2 + 1, 10 >> 1, True + True, True * 3, -True, ~True, False ** 0)
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0, 'a' < 'b', 'a' < 'B', [1, 2] < [1, 3], (1,) < (1, 0), 'abc' < 'abd', None is None)
print(1 is not None, not None, 'a' in 'abc', 'd' not in 'abc', [] or 'empty', 0 or None or 'x', 1 and 2 and 0, '' and 5)
print(float('1e400'), -float('inf'), 1e308 * 10, 0.1 + 0.2, 1e16, 1e15, 123456789.0, 1e-5, 0.0001, 1.0, 100.0, 1e22, 1e23)
print(int('0x1f', 16), int('101', 2), int(' 7 '), int('-5'), float(' 1.5 '), int(3.9), int(-3.9), int('z', 36), int('1_0'))
print(str(1.0), str(True), str(None), str([1, 'a']), repr('a'), str(b'x'), bool('False'), bool([]), bool(0.0), bool(' '))
print("%d %s %r %5.2f %-5s| %05d %x %o %e %g %% %c %+d" % (1, 'a', 'b', 3.14159, 'l', 42, 255, 8, 12345.678, 0.0001, 'z', 5))
lambda_ = lambda: (yield)
print(type(lambda_()).__name__, (lambda: 1)(), (lambda x, *y, z=1, **k: (x, y, z, k))(1, 2, z=3, w=4))
"a string statement"
5
...
pass
print("end", end="")
print(".", sep="", end="\n")
print(*[1, 2, 3], sep=", ")
print("a", "b", sep="")
print()
print("a\nb", ["a\nb"], "tab\t|")
