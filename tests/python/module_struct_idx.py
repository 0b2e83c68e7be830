"""The format of the MNIST files, written and read in memory."""
import io
import struct


def write_images(images):
    rows, cols = len(images[0]), len(images[0][0])
    out = io.BytesIO()
    out.write(struct.pack('>IIII', 2051, len(images), rows, cols))
    for image in images:
        for row in image:
            out.write(bytes(row))
    return out.getvalue()


def read32(f):
    return struct.unpack('>I', f.read(4))[0]


def read_images(f):
    magic = read32(f)
    if magic != 2051:
        raise ValueError('Invalid magic number %d' % magic)
    n, rows, cols = read32(f), read32(f), read32(f)
    data = f.read(n * rows * cols)
    return [[list(data[(k * rows + r) * cols:(k * rows + r + 1) * cols]) for r in range(rows)] for k in range(n)]


images = [[[0, 255], [1, 2]], [[9, 8], [7, 6]]]
blob = write_images(images)
print(len(blob), blob[:8], read_images(io.BytesIO(blob)) == images)
try:
    read_images(io.BytesIO(b'\0\0\0\7' + blob))
except ValueError as e:
    print(e)
header = struct.Struct('<4sHHf')
print(header.size, header.unpack(header.pack(b'TFSC', 1, 65535, -0.5)), struct.unpack('<3H', struct.pack('<HHH', 1, 2, 3)))
print(int.from_bytes(struct.pack('>H', 513), 'big'), struct.pack('<i', -1) == b'\xff' * 4, struct.unpack('b', b'\x80'), struct.unpack('B', b'\x80'))
