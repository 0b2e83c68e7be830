import _library
import sys


class error(Exception):
    pass


error.__module__ = 'struct'
_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
          'f': 4, 'd': 8, 's': 1, 'p': 1, 'n': 8, 'N': 8}


# [(code, count)], order of bytes, are they aligned as C does
def _parse(format):
    if isinstance(format, bytes):
        format = format.decode()
    order, native = 'little', True
    if format[:1] in '@=<>!' and format:
        native = format[0] == '@'
        order = 'big' if format[0] in '>!' else 'little'
        format = format[1:]
    items, count = [], ''
    for c in format:
        if c.isdigit():
            count += c
        elif not c.isspace():
            if c not in _SIZES or (c in 'nN' and not native):
                raise error('bad char in struct format')
            items.append((c, 1 if count == '' else int(count)))
            count = ''
    if count:
        raise error('repeat count given without format specifier')
    return items, order, native


def _size(c, native):
    return 8 if native and c in 'lL' else _SIZES[c]


def _padding(c, at, native):
    size = _size(c, native)
    return -at % size if native and c not in 'sp' else 0


def calcsize(format):
    items, order, native = _parse(format)
    at = 0
    for c, n in items:
        at += _padding(c, at, native) + _size(c, native) * n
    return at


def pack(format, *values):
    items, order, native = _parse(format)
    needed = sum(1 if c in 'sp' else 0 if c == 'x' else n for c, n in items)
    if needed != len(values):
        raise error('pack expected %d items for packing (got %d)' % (needed, len(values)))
    out, values = b'', list(values)
    for c, n in items:
        out += b'\0' * _padding(c, len(out), native)
        if c == 's':
            v = values.pop(0)
            if not isinstance(v, bytes):
                raise error("argument for 's' must be a bytes object")
            out += v[:n] + b'\0' * (n - len(v))
            continue
        if c == 'p':
            _library.refuse("the code p of struct")
        for _ in range(n):
            out += b'\0' if c == 'x' else _one(c, values.pop(0), order, native)
    return out


def _one(c, v, order, native):
    size = _size(c, native)
    if c in 'fd':
        if not isinstance(v, (int, float)):
            raise error('required argument is not a float')
        return _library.real_bits(float(v), size).to_bytes(size, order)
    if c == 'c':
        if not isinstance(v, bytes) or len(v) != 1:
            raise error('char format requires a bytes object of length 1')
        return v
    if c == '?':
        return b'\1' if v else b'\0'
    if not isinstance(v, int):
        raise error('required argument is not an integer')
    signed = c.islower()
    low, high = (-(1 << 8 * size - 1), (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    if not low <= v <= high:
        names = {1: 'byte' if signed else 'ubyte', 2: 'short' if signed else 'ushort'}
        if size in names:
            raise error('%s format requires %s <= number <= %s' % (names[size], low, high))
        if native or size == 8:
            raise error('argument out of range' if size == 4 else 'int too large to convert')
        raise error("'%s' format requires %d <= number <= %d" % (c, low, high))
    return v.to_bytes(size, order, signed=signed)


def unpack(format, buffer):
    size = calcsize(format)
    if len(buffer) != size:
        raise error('unpack requires a buffer of %d bytes' % size)
    return unpack_from(format, buffer)


def unpack_from(format, buffer, offset=0):
    items, order, native = _parse(format)
    at, out = 0, []
    need = calcsize(format)
    if offset < 0:
        offset += len(buffer)
    if len(buffer) - offset < need:
        raise error('unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual '
                    'buffer size is %d)' % (need + offset, need, offset, len(buffer)))
    for c, n in items:
        at += _padding(c, at, native)
        size = _size(c, native)
        if c in 'sp':
            out.append(buffer[offset + at:offset + at + n])
            at += n
            continue
        for _ in range(n):
            part = buffer[offset + at:offset + at + size]
            at += size
            if c == 'c':
                out.append(part)
            elif c == '?':
                out.append(part != b'\0')
            elif c in 'fd':
                out.append(_library.real_of_bits(int.from_bytes(part, order), size))
            elif c != 'x':
                out.append(int.from_bytes(part, order, signed=c.islower()))
    return tuple(out)


def iter_unpack(format, buffer):
    size = calcsize(format)
    if not size or len(buffer) % size:
        raise error('iterative unpacking requires a buffer of a multiple of %d bytes' % size)
    for at in range(0, len(buffer), size):
        yield unpack_from(format, buffer, at)


class Struct:
    def __init__(self, format):
        self.format, self.size = format, calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)


def _refused(*args, **kw):
    _library.refuse('struct in Python 2')


if sys.version_info[0] == 2:
    pack = unpack = unpack_from = iter_unpack = Struct = _refused
