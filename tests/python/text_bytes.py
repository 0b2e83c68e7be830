# bytes and encodings.
b = 'héllo'.encode('utf-8')
print(b, len(b), b[0], b[1:3], list(b), b.decode(), b.decode('utf-8'), b'abc'.decode('ascii'), b'\xe9'.decode('latin-1'))
print(bytes(3), bytes([65, 66]), bytes('é', 'utf8'), bytes(b'x'), bytes(), b'a' + b'b', b'ab' * 2, b'a' in b'cat', 97 in b'cat', b'a' < b'b', b'a' == 'a')
print(b'a,b'.split(b','), b' a b '.split(), b' x '.strip(), b'-'.join([b'a', b'b']), b'abc'.upper(), b'ABC'.lower(), b'abc'.replace(b'b', b'X'), b'abcb'.count(b'b'), b'abc'.find(b'c'))
print(b'abc'.startswith(b'ab'), b'abc'.endswith((b'x', b'c')), b'\x01\xff'.hex(), [hex(x) for x in b'\x10'])
print('é'.encode('ascii', 'ignore'), 'é'.encode('ascii', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), b'a\xffb'.decode('ascii', errors='replace'), 'ÿ'.encode('latin1'))
for f in (lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: b'\xc3'.decode(), lambda: b'\xe4\xbd'.decode(), lambda: b'\xc3a'.decode(), lambda: b'a'.decode('foo'),
          lambda: '\ud800'.encode(), lambda: bytes('a'), lambda: bytes([256]), lambda: bytes(-1), lambda: b'abc'[5], lambda: b'abc'['a'], lambda: 'a' in b'abc', lambda: str(1, 'utf8'), lambda: b'\x80'.decode('ascii')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
