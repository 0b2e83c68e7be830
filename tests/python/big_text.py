# Integers beyond 64 bits as text: reading, writing, formatting, bytes.
import json

a = 12345678901234567890123456789
b = -2 ** 70
print(a, [a, b], {a: b}, (a,), repr(b), str(a))
print(hex(a), oct(b), bin(2 ** 65), ascii(a))
print('%d|%i|%x|%X|%o|%e|%s|%r' % (a, b, a, a, b, a, b, a))
print('%40d|%-40d|%040d|%+d|% d|%#x|%.35d' % (a, a, a, a, a, a, a))
print('{:,}|{:_}|{:x}|{:#b}|{:#o}|{:_x}'.format(a, a, a, 2 ** 65, b, a))
print('{:>40}|{:<40}|{:^40}|{:*^40}|{:=+40}|{:040,}'.format(a, b, a, b, a, a))
print('{0:.2f} {0:10.3e} {0:g} {0:.1%}'.format(2 ** 70))
print(f'{a}, {b:+d}, {a:>35}, {a!r:>35}, {2 ** 64 = }')

print(int('123456789012345678901234567890'), int('-1_000_000_000_000_000_000_000'))
print(int('-ffffffffffffffffffffff', 16), int('0b1' + '0' * 70, 0), int('zzzzzzzzzzzzzzzzzzz', 36))
print(int(' 99999999999999999999 '), int(b'7' * 25, 8), int('9223372036854775808'), int('-9223372036854775808'))
print(0xffffffffffffffffffff, 0o7777777777777777777777777777, 0b1111 ** 20, 1_000_000_000_000_000_000_000)
print(-9223372036854775808, -9223372036854775809, -0x8000000000000000)
for text in ['9' * 30 + 'x', '_' + '9' * 30, '9' * 20 + '__1', '', '0x', '9' * 30 + '_']:
    try:
        print(int(text))
    except ValueError as e:
        print(e)

print((2 ** 70).to_bytes(9, 'big'), (2 ** 70).to_bytes(10, 'little'))
print((-2 ** 70).to_bytes(9, 'big', signed=True), (2 ** 71 - 1).to_bytes(9, 'big', signed=True))
print(int.from_bytes(b'\xff' * 12, 'big'), int.from_bytes(b'\xff' * 12, 'big', signed=True))
print(int.from_bytes(b'\x01' + b'\0' * 10, 'little'), int.from_bytes(b'', 'big'), int.from_bytes([1, 2, 3], 'big'))
for n in (8, 9):
    for sign in (False, True):
        for value in (2 ** 64, 2 ** 71, -2 ** 71, -2 ** 71 - 1):
            try:
                print(n, sign, value.to_bytes(n, 'big', signed=sign))
            except OverflowError as e:
                print(n, sign, e)

print(json.dumps([a, b, {a: 1}]), json.loads('[123456789012345678901234567890, -5]'))


def to_base(n, base):
    digits = ''
    while n:
        n, rest = divmod(n, base)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[rest] + digits
    return digits or '0'


for base in (2, 3, 7, 10, 16, 36):
    text = to_base(10 ** 30 + 7, base)
    print(base, text, int(text, base) == 10 ** 30 + 7)
