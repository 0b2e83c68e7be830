"""Small readers over file-like objects."""
import io


def read_points(f):
    for n, line in enumerate(f, 1):
        line = line.split('#')[0].strip()
        if not line:
            continue
        try:
            x, y = map(float, line.split())
        except ValueError:
            raise ValueError('line %d: %r' % (n, line)) from None
        yield x, y


print(list(read_points(io.StringIO('1 2\n# comment\n\n3.5 -4 # tail\n'))))
try:
    list(read_points(io.StringIO('1 2\nx\n')))
except ValueError as e:
    print(e)


def chunks(f, size):
    for part in iter(lambda: f.read(size), ''):
        yield part


print(list(chunks(io.StringIO('abcdefgh'), 3)))
f = io.StringIO('key=1\nname=x y\n')
print(dict(line.rstrip('\n').split('=', 1) for line in f), f.read() == '')


class Indented:
    def __init__(self, out):
        self.out, self.depth = out, 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, *exc):
        self.depth -= 1

    def write(self, text):
        self.out.write('  ' * self.depth + text + '\n')


out = io.StringIO()
w = Indented(out)
w.write('begin')
with w:
    w.write('inner')
    with w:
        w.write('innermost')
w.write('end')
print(out.getvalue(), end='')
data = io.BytesIO(b'\x02hi\x03abc')
words = []
while True:
    size = data.read(1)
    if not size:
        break
    words.append(data.read(size[0]).decode())
print(words)
