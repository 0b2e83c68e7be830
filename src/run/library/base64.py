import _library
import sys

_STANDARD = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    return s


def b64encode(s, altchars=None):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    table = _STANDARD if altchars is None else _STANDARD[:62] + altchars
    out = []
    for i in range(0, len(s), 3):
        part = s[i:i + 3]
        n = int.from_bytes(part + b'\0' * (3 - len(part)), 'big')
        four = [table[n >> 18], table[n >> 12 & 63], table[n >> 6 & 63], table[n & 63]]
        for k in range(3 - len(part)):
            four[3 - k] = 61
        out.extend(four)
    return bytes(out)


def b64decode(s, altchars=None, validate=False):
    table = _STANDARD if altchars is None else _STANDARD[:62] + _bytes(altchars)
    places = {c: i for i, c in enumerate(table)}
    s, out, n, bits, padding = _bytes(s), [], 0, 0, 0
    for c in s:
        if c == 61:
            padding += 1
        elif c in places:
            n, bits = (n << 6 | places[c]) & 0xffffff, bits + 6
            if bits >= 8:
                bits -= 8
                out.append(n >> bits & 255)
        elif validate:
            raise Error('Only base64 data is allowed')
    used = sum(1 for c in s if c in places)
    if used % 4 == 1:
        raise Error('Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4'
                    % used)
    if used % 4 and (used + padding) % 4:
        raise Error('Incorrect padding')
    return bytes(out)


class Error(ValueError):
    pass


Error.__module__ = 'binascii'


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b16encode(s):
    return s.hex().upper().encode()


def b16decode(s, casefold=False):
    text = _bytes(s).decode()
    if not casefold and text != text.upper():
        raise Error('Non-base16 digit found')
    return bytes.fromhex(text)


encodebytes = lambda s: b''.join(b64encode(s[i:i + 57]) + b'\n' for i in range(0, len(s), 57))
decodebytes = b64decode


def _refused(*args, **kw):
    _library.refuse('base64 in Python 2')


if sys.version_info[0] == 2:
    b64encode = b64decode = standard_b64encode = standard_b64decode = urlsafe_b64encode = urlsafe_b64decode = b16encode = b16decode = _refused
