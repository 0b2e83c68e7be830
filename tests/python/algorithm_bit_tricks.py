"""Bits: masks, counting, Gray codes, sets as numbers, Hamming codes, checksums."""


def bits(n):
    while n:
        low = n & -n
        yield low.bit_length() - 1
        n ^= low


def gray(n):
    return n ^ n >> 1


def to_set(names, mask):
    return {name for i, name in enumerate(names) if mask >> i & 1}


def hamming(data):
    out = [0] * 12
    values = iter(data)
    for i in range(1, 12):
        if i & (i - 1):
            out[i] = next(values)
    for p in (1, 2, 4, 8):
        out[p] = sum(out[i] for i in range(1, 12) if i & p and i != p) % 2
    return out[1:]


def repair(code):
    wrong = 0
    for i, bit in enumerate(code, 1):
        wrong ^= i * bit
    fixed = list(code)
    if wrong:
        fixed[wrong - 1] ^= 1
    return fixed, wrong


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


print(list(bits(0b101101)), bin(0b1100 ^ 0b1010), 6 & 3, 6 | 3, ~6, 1 << 10, -8 >> 1, bin(-5 & 0xff))
print(['{:03b}'.format(gray(n)) for n in range(8)], all(bin(gray(n) ^ gray(n + 1)).count('1') == 1 for n in range(99)))
print(sorted(to_set('abcd', 0b1011)), [n for n in range(1, 40) if n & (n - 1) == 0], bin(2 ** 40 + 1).count('1'))
code = hamming([1, 0, 1, 1, 0, 0, 1])
broken = list(code)
broken[4] ^= 1
print(code, repair(broken), repair(code)[1], repair(broken)[0] == code)
print(hex(adler(b'Wikipedia')), adler(b''), hex(0xdeadbeef >> 4 & 0xffff), int.from_bytes(b'\x01\x00', 'big'), (258).to_bytes(2, 'little'))
x = 0
for n in [3, 5, 3, 9, 5]:
    x ^= n
print(x, [i for i in range(16) if bin(i).count('1') == 2], sum(1 << i for i in (0, 3)), '%08d' % int(bin(37)[2:]))
