"""Paths as text."""
import os
import os.path as osp

print(osp.join('a', 'b', 'c.txt'), osp.join('a/', '/b'), osp.join('', 'x'), osp.join('a', ''), os.sep)
for p in ('/usr/lib/x.tar.gz', 'file', '/', 'dir/', '.hidden', 'a/.b.c', '', '//a//b'):
    print(repr(p), osp.basename(p), osp.dirname(p), osp.split(p), osp.splitext(p), osp.isabs(p), osp.normpath(p))
print(osp.normpath('a/./b/../../c'), osp.relpath('/a/b/c', '/a/d'), osp.commonprefix(['/usr/lib', '/usr/local']), osp.commonpath(['/usr/lib', '/usr/local/lib']))
print(osp.exists('/no/such'), osp.isfile('nope.txt'), osp.isdir('nope'), os.environ.get('NO_SUCH_VARIABLE', 'default'), os.getenv('NO_SUCH_VARIABLE'))
print(os.linesep == '\n', os.curdir, os.pardir, os.extsep, os.name, osp.splitdrive('/a'), osp.normcase('A/b'))
os.environ['MY_FLAG'] = '3'
print(os.environ['MY_FLAG'], 'MY_FLAG' in os.environ, os.getenv('MY_FLAG'))
try:
    os.environ['NO_SUCH_VARIABLE']
except KeyError as e:
    print('KeyError', e)
name, ext = osp.splitext(osp.basename('/data/model-100.ckpt.meta'))
print(name, ext, '-'.join(name.split('-')[:-1]))
