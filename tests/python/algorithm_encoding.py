# Codes by hand: Base64, run lengths, Caesar, Vigenère, Morse, Huffman, varints, Hamming, checksums.
import heapq
from itertools import groupby

ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def base64(data):
    out = ''
    for i in range(0, len(data), 3):
        block = data[i:i + 3]
        n = int.from_bytes(block + b'\0' * (3 - len(block)), 'big')
        letters = ''.join(ALPHABET[n >> shift & 63] for shift in (18, 12, 6, 0))
        out += letters[:len(block) + 1] + '=' * (3 - len(block))
    return out


def unbase64(text):
    n = 0
    for c in text.rstrip('='):
        n = n << 6 | ALPHABET.index(c)
    bits = 6 * len(text.rstrip('='))
    return (n >> bits % 8).to_bytes(bits // 8, 'big')


def runs(text):
    return ''.join('%d%s' % (len(list(g)), c) for c, g in groupby(text))


def caesar(text, k):
    return ''.join(chr((ord(c) - base + k) % 26 + base) if c.isalpha() else c for c in text for base in [65 if c.isupper() else 97])


def vigenere(text, key, sign=1):
    return ''.join(caesar(c, sign * (ord(key[i % len(key)]) - 97)) for i, c in enumerate(text))


def huffman(text):
    heap = [(text.count(c), c, None) for c in sorted(set(text))]
    heapq.heapify(heap)
    count = 0
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], min(a[1], b[1]), (a, b)))
    codes = {}

    def walk(node, prefix):
        if node[2] is None:
            codes[node[1]] = prefix or '0'
        else:
            walk(node[2][0], prefix + '0')
            walk(node[2][1], prefix + '1')

    walk(heap[0], '')
    return codes


def varint(n):
    out = bytearray() if False else []
    while True:
        n, low = n >> 7, n & 127
        out.append(low | (128 if n else 0))
        if not n:
            return bytes(out)


def unvarint(data):
    return sum((b & 127) << 7 * i for i, b in enumerate(data))


def zigzag(n):
    return n << 1 if n >= 0 else -n * 2 - 1


def hamming(bits):
    d = [int(b) for b in bits]
    p = [d[0] ^ d[1] ^ d[3], d[0] ^ d[2] ^ d[3], d[1] ^ d[2] ^ d[3]]
    return ''.join(map(str, [p[0], p[1], d[0], p[2], d[1], d[2], d[3]]))


def repair(word):
    wrong = 0
    for i, b in enumerate(word, 1):
        wrong ^= i * int(b)
    bits = list(word)
    if wrong:
        bits[wrong - 1] = '10'[int(bits[wrong - 1])]
    return ''.join(bits[i] for i in (2, 4, 5, 6)), wrong


for data in (b'', b'M', b'Ma', b'Man', b'hello, world', bytes(range(250, 256))):
    print(data, base64(data), unbase64(base64(data)) == data)
print(runs('WWWWBBBAAC'), runs(''), caesar('Hello, World!', 3), caesar(caesar('Zebra', 5), -5), vigenere('attackatdawn', 'lemon'), vigenere('lxfopvefrnhr', 'lemon', -1))
codes = huffman('mississippi river')
message = ''.join(codes[c] for c in 'mississippi')
print(codes, message, len(message))
print([varint(n) for n in (0, 1, 127, 128, 300, 2 ** 64)], [unvarint(varint(n)) == n for n in (0, 300, 2 ** 70)], [zigzag(n) for n in (0, -1, 1, -2, 2 ** 63)])
word = hamming('1011')
print(word, repair(word), repair(word[:4] + '10'[int(word[4])] + word[5:]), [hamming(format(n, '04b')) for n in range(4)])
isbn = '978030640615'
print(isbn + str(-sum(int(d) * (1 + 2 * (i % 2)) for i, d in enumerate(isbn)) % 10), hex(sum(b'checksum') & 0xffff), ''.join('%02x' % b for b in 'héé€'.encode('utf-8')))
hash_ = 5381
for c in 'hash me':
    hash_ = (hash_ * 33 + ord(c)) & 0xffffffff
print(hash_, hex(hash_), format(hash_, '032b'))
fnv = 0xcbf29ce484222325
for b in b'foobar':
    fnv = (fnv ^ b) * 0x100000001b3 % 2 ** 64
print(hex(fnv))
