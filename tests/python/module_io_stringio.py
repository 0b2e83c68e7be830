"""Texts that are files."""
import io

f = io.StringIO('first\nsecond\nthird')
print(f.readline(), f.tell(), f.read(3), f.readlines(), f.read(), f.seek(0), next(f))
for i, line in enumerate(io.StringIO('a\nb\n\nc')):
    print(i, repr(line), end=' ')
print()
out = io.StringIO()
print('x', 1, sep='-', end='!', file=out)
out.write('more')
out.writelines(['p', 'q'])
print(out.getvalue(), out.tell(), out.truncate(3), out.getvalue(), out.writable(), out.closed)
with io.StringIO() as g:
    g.write('inside')
    text = g.getvalue()
print(text, g.closed)
b = io.BytesIO(b'\x01\x02\x03\x04')
print(b.read(2), b.tell(), b.seek(-1, 2), b.read(), b.getvalue(), b.seek(0), list(b))
b.seek(2)
b.write(b'zz!')
print(b.getvalue(), b.truncate(1), b.getvalue())
for bad in (lambda: out.seek(-1), lambda: g.read(), lambda: io.BytesIO().write('s'), lambda: io.StringIO(b'x')):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
