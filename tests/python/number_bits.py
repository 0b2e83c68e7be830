# Bits of integers: tricks, sets as bits, Gray codes, a checksum, popcounts.
def bits(n, width=8):
    return format(n & (1 << width) - 1, '0%db' % width)


for n in (0, 1, 5, 6, 40, 255, -1, -6):
    print(n, bits(n), bits(~n), n & -n, n & (n - 1), n | n + 1, n ^ n >> 1, n >> 1, n << 2, bool(n & 1))
print([n for n in range(1, 130) if n & (n - 1) == 0], [bin(n).count('1') for n in range(17)])
print([format(n ^ n >> 1, '03b') for n in range(8)])


def gray_to_binary(g):
    n = 0
    while g:
        n ^= g
        g >>= 1
    return n


print(all(gray_to_binary(n ^ n >> 1) == n for n in range(500)))


def reverse(n, width):
    result = 0
    for _ in range(width):
        result = result << 1 | n & 1
        n >>= 1
    return result


print([reverse(n, 4) for n in range(16)], reverse(0b1011, 7), hex(reverse(0x12345678, 32)))


class BitSet:
    def __init__(self, items=()):
        self.word = 0
        for i in items:
            self.word |= 1 << i

    def __contains__(self, i):
        return bool(self.word >> i & 1)

    def __iter__(self):
        word = self.word
        while word:
            low = word & -word
            yield low.bit_length() - 1
            word ^= low

    def __len__(self):
        return bin(self.word).count('1')

    def __or__(self, other):
        return BitSet(list(self) + list(other))

    def __and__(self, other):
        return BitSet(i for i in self if i in other)

    def __repr__(self):
        return '{%s}' % ' '.join(map(str, self))


a, b = BitSet([1, 5, 70, 200]), BitSet([5, 6, 200])
print(a, b, a | b, a & b, len(a), 70 in a, 71 in a, hex(a.word))


def crc32(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xedb88320 if crc & 1 else 0)
    return crc ^ 0xffffffff


print('%08x %08x' % (crc32(b''), crc32(b'123456789')))


def adler(text):
    a, b = 1, 0
    for c in text.encode():
        a = (a + c) % 65521
        b = (b + a) % 65521
    return b << 16 | a


print(adler('Wikipedia'), hex(adler('Wikipedia')))
state, out = 0xACE1, []
for _ in range(10):
    bit = (state ^ state >> 2 ^ state >> 3 ^ state >> 5) & 1
    state = state >> 1 | bit << 15
    out.append(state)
print(out)
print(-7 >> 1, -7 // 2, -1 >> 100, 1 << 10, ~5, ~-5, 5 & -2, -5 & 3, -5 | 3, -5 ^ 3, True & 6, True ^ True, ~True + 0)
rgb = 0x3fa9c2
r, g, b = rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff
print((r, g, b), '#%02x%02x%02x' % (r, g, b), hex(r << 16 | g << 8 | b))
