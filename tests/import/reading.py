import os, io, glob, json, codecs
here = os.path.dirname(os.path.abspath(__file__))
data = os.path.join(here, 'data')

def short(e):
    return str(e).replace(here + '/', '')

print(sorted(os.listdir(data)))
with open(os.path.join(data, 'a.txt')) as f:
    for i, line in enumerate(f):
        print(i, repr(line))
f = open(os.path.join(data, 'a.txt'))
print(repr(f.read(2)), f.tell(), repr(f.readline()), f.readlines(), f.read(), f.closed)
f.close()
try:
    f.read()
except ValueError as e:
    print(e)
print(open(data + '/a.txt', 'rb').read(), open(data + '/u.txt', encoding='utf-8').read(), codecs.open(data + '/u.txt', 'r', 'utf-8').read())
try:
    open(data + '/none.txt')
except FileNotFoundError as e:
    print(short(e), e.errno, short(e.filename), e.strerror)
try:
    open(data + '/sub')
except IOError as e:
    print(type(e).__name__, short(e))
try:
    open(data + '/bad.bin').read()
except UnicodeDecodeError as e:
    print(e)
print(os.path.exists(data), os.path.isfile(data + '/a.txt'), os.path.isdir(data + '/sub'), os.path.exists('nope'), os.path.getsize(data + '/a.txt'), os.stat(data + '/a.txt').st_size)
for pattern in ['*.txt', '*/*.csv', 's[tu]b/b.???', '[!a]*', 'none*', '**/b*']:
    print(pattern, sorted(short(p) for p in glob.glob(os.path.join(data, pattern), recursive=True)))
for top, dirs, files in os.walk(data + '/sub'):
    print(short(top), dirs, files)
s = io.StringIO()
s.write('héllo\n'); s.write('world')
print(repr(s.getvalue()), s.tell(), s.seek(0), repr(s.readline()), repr(s.read()), s.seek(1), s.write('XY'), repr(s.getvalue()))
print('a', 'b', file=s)
print(s.getvalue(), list(io.StringIO('a\nb\n')))
b = io.BytesIO(b'abc')
print(b.read(1), b.getvalue(), b.seek(0, 2), b.write(b'def'), b.getvalue())
with io.StringIO('q') as q:
    pass
try:
    q.read()
except ValueError as e:
    print(e)
try:
    s.write(3)
except TypeError as e:
    print(e)
try:
    open(data + '/a.txt').write('x')
except io.UnsupportedOperation as e:
    print(e)
try: open('x', 'rw')
except ValueError as e: print(e)
try: open('x', 'q')
except ValueError as e: print(e)
print(short(open(data + '/a.txt')), short(open(data + '/a.txt','rb')))
