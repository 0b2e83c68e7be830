# int() and float() of text and numbers.
for s in ('12', ' -7 ', '+5', '1_000', '0', '007', '\t42\n', '-0'):
    print(repr(s), int(s))
for s, b in (('ff', 16), ('0xff', 16), ('0b101', 2), ('101', 2), ('0o17', 8), ('z', 36), ('0x1f', 0), ('0b11', 0), ('10', 0), ('-0x10', 0)):
    print(s, b, int(s, b))
for s in ('1.5', '-1e3', ' 2.5 ', '1_0.5', 'inf', '-Infinity', 'nan', '.5', '5.', '1e-400', '1e400', '0.1e1'):
    print(repr(s), float(s))
print(int(3.99), int(-3.99), int(True), int(), float(), float(3), float(True), bool(), bool(0.0), bool('0'), bool([]))
for f, arg in ((int, 'x'), (int, ''), (int, '1__0'), (int, '1.5'), (int, '- 1'), (int, None), (int, []), (float, 'abc'), (float, ''),
               (float, '1e'), (float, None), (float, {}), (int, float('nan')), (int, float('inf')), (float, '0x10')):
    try:
        f(arg)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for args in (('12', 99), (12, 10), ('1', 2, 3), ('9', 8)):
    try:
        int(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    float(1, 2)
except TypeError as e:
    print(e)
class Index:
    def __index__(self):
        return 3
class Float:
    def __float__(self):
        return 2.5
    def __int__(self):
        return 9
print(int(Index()), [10, 20, 30, 40][Index()], float(Index()), float(Float()), int(Float()), hex(Index()), 'ab' * Index())
print(hex(255), hex(-255), oct(8), oct(-8), bin(5), bin(-5), hex(0), bin(0))
print(chr(65), chr(20320), ord('A'), ord('你'), chr(0x1F600), ord(b'a'))
