"""Records of bytes."""
import struct

data = struct.pack('>IhB', 1000, -2, 255)
print(data, struct.unpack('>IhB', data), struct.calcsize('>IhB'), struct.calcsize('bi'), struct.calcsize('<bi'), struct.calcsize('qb'))
print(struct.pack('<d', 1.5), struct.pack('>f', 0.1), struct.unpack('<f', struct.pack('<f', 0.1)), struct.unpack('>d', b'\xbf\xf0' + b'\0' * 6))
print(struct.pack('5s', b'ab'), struct.unpack('3s2s', b'abcde'), struct.pack('?c', True, b'x'), struct.pack('4B', 1, 2, 3, 4), struct.pack('bxh', 1, 2))
magic, n, rows, cols = struct.unpack('>IIII', b'\x00\x00\x08\x03\x00\x00\xea\x60\x00\x00\x00\x1c\x00\x00\x00\x1c')
print(magic, n, rows, cols, list(struct.iter_unpack('<h', b'\1\0\2\0')), struct.unpack_from('<H', b'abcd', 2))
print(struct.pack('<q', -5), struct.pack('>Q', 2 ** 64 - 1), struct.unpack('<q', struct.pack('<q', -2 ** 62)))
record = struct.Struct('<Hf')
print(record.size, record.unpack(record.pack(7, 2.5)), record.format)
for bad in (lambda: struct.pack('B', 256), lambda: struct.pack('h', 1, 2), lambda: struct.unpack('I', b'abc'), lambda: struct.pack('i', 1.5), lambda: struct.pack('y', 1)):
    try:
        bad()
    except struct.error as e:
        print(e)
print(struct.pack('f', float('inf')), struct.pack('>h', -1), struct.unpack('>e' if False else '>H', b'\xff\xfe'))
