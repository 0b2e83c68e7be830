# float(text), float.hex and float.fromhex: what is read, how it is rounded, what is refused.
texts = ['1e5', '1_000.5', '.5', '5.', '+1.5', '-0', '1e', 'e5', '1__0', 'infinity', '-INF', 'NaN', '0x10', '1.5.2', '', ' ',
         '1 2', '1e400', '-1e400', '1e-400', '\u0661\u0662', '1_e5', '1e_5', '1e1_0', '1.e5', '\n1\n', '1\0', '0' * 400 + '1',
         '1' + '0' * 400, '4.9406564584124654e-324', '2.4703282292062327e-324', '2.4703282292062328e-324', '12345678901234567890',
         '1.7976931348623158e308', '1.7976931348623159e308', '9007199254740993', '0.1', '.1e1', '-.5e-1', '1e+5', '--1', 'nan1', 'i nf']
for text in texts:
    try:
        print(repr(text[:24]), float(text))
    except ValueError as e:
        print(e)
print(float(), float(True), float(b'2.5'), float(10 ** 22), float('1' * 30), str(float('-nan')))
for bad in (None, [], 'x', b'x', 1j, {}, object):
    try:
        print(float(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

for d in (1.5, -0.1, 5e-324, 1e308, 0.0, -0.0, float('inf'), float('-inf'), float('nan'), 2.0 ** -1022, 2.0 ** -1030, 3.0, 255.0):
    print(d, d.hex(), float.fromhex(d.hex()) == d, d.is_integer())
for text in ['0x1.8p1', '1.5', '0x.8', '-0x1p-3', 'inf', 'nan', '-inf', '0x1.fffffffffffff8p1023', '0x1p1024', 'zz', '0x', '1p3',
             ' 0x1p0 ', '0x1.00000000000008p0', '0x1.000000000000081p0', '0x1p-1074', '0x1p-1075', '0x1.8p-1075', 'Infinity', '',
             '0X1.8P+2', '0x123456789abcdef0123', '-0x0p0', '0x1p', '+0xap0']:
    try:
        print(repr(text), float.fromhex(text))
    except (ValueError, OverflowError) as e:
        print(repr(text), type(e).__name__, e)
