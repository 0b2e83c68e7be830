# What files are after the usual ways to write them; CPython writes the same. argv[1]: the folder.
import json
import os
import pickle
import sys

D = sys.argv[1] if len(sys.argv) > 1 else 'out'


def tried(f, *args):
    try:
        f(*args)
        print('done')
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, str(e).replace(D, 'D'))


with open(D + '/a.txt', 'w') as f:
    print(f.write('h\u00e9llo\n'), f.writable(), f.readable(), f.mode)
    f.writelines(['two\n', 'three\n'])
with open(D + '/a.txt', 'a') as f:
    print('four', 4, file=f, sep='=')
print(open(D + '/a.txt', encoding='utf-8').read())
with open(D + '/b.bin', 'wb') as f:
    f.write(bytes(range(256)))
    f.seek(1)
    f.write(b'XY')
with open(D + '/b.bin', 'rb+') as f:
    f.seek(-2, 2)
    print(f.read())
    f.truncate(10)
print(open(D + '/b.bin', 'rb').read())
with open(D + '/plus.txt', 'w+') as f:
    f.write('one\ntwo\n')
    f.seek(0)
    print(f.readlines())
with open(D + '/plus.txt', 'r+') as f:
    f.write('ONE')
print(open(D + '/plus.txt').read())
for i in range(3):
    open(D + '/log.txt', 'a').write('line %d\n' % i)
left = open(D + '/left.txt', 'w')
left.write('never closed')
print(os.path.exists(D + '/left.txt'))
with open(D + '/x.json', 'w') as f:
    json.dump({'a': [1, 2.5, None]}, f, indent=1, sort_keys=True)
with open(D + '/p.pkl', 'wb') as f:
    pickle.dump({'x': (1, 'b')}, f, protocol=2)
print(pickle.load(open(D + '/p.pkl', 'rb')))
os.makedirs(D + '/x/y/z')
os.makedirs(D + '/x/y/z', exist_ok=True)
os.mkdir(D + '/m')
os.rename(D + '/x.json', D + '/x/q.json')
os.replace(D + '/b.bin', D + '/x/c.bin')
print(sorted(os.listdir(D)), sorted(os.listdir(D + '/x')), os.path.getsize(D + '/x/c.bin'))
os.rmdir(D + '/m')
os.remove(D + '/plus.txt')
tried(os.makedirs, D + '/x/y')
tried(os.mkdir, D + '/no/such')
tried(os.rmdir, D + '/x')
tried(os.remove, D + '/no')
tried(open, D + '/no/a', 'w')
tried(open, D + '/a.txt', 'x')
tried(open, D, 'w')
tried(open, D + '/none', 'r+')
f = open(D + '/t', 'w')
tried(f.write, b'bytes')
tried(f.read)
f.close()
tried(f.write, 'closed')
g = open(D + '/u', 'wb')
tried(g.write, 'text')
tried(g.read)
g.close()
tried(g.write, b'closed')
tried(open, D + '/a\0b', 'w')
