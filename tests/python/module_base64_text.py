"""Bytes as text and back."""
import base64

for data in (b'', b'f', b'fo', b'foo', b'hello world', bytes(range(250, 256)), 'é'.encode()):
    coded = base64.b64encode(data)
    print(data, coded, base64.b64decode(coded) == data, base64.urlsafe_b64encode(data))
print(base64.b64decode('aGVsbG8='), base64.urlsafe_b64decode(b'-v8='), base64.b16encode(b'\x01\xff'), base64.b64decode(b'aGV\nsbG8='))
for bad in (b'abc', b'abcde'):
    try:
        base64.b64decode(bad)
    except ValueError as e:
        print(e)
print(base64.encodebytes(b'x' * 60))
try:
    base64.b64encode('text')
except TypeError as e:
    print(e)
