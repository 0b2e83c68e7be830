import os
import os.path
import sys
from os.path import join, basename
print(os.path.join('a', 'b', 'c.txt'), join('a/', 'b'), join('a', '/b'), join('', 'x'), os.path.join('a'), join('a', ''), os.sep, os.linesep == '\n', os.pathsep, os.curdir, os.name)
for p in ['/a/b/c.txt', 'c.txt', '/a/b/', '', '/', 'a//b', '.bashrc', 'a.tar.gz', '/x.y/z', '..', 'dir/.hid.py', '...x']:
    print(repr(p), os.path.split(p), os.path.dirname(p), basename(p), os.path.splitext(p), os.path.normpath(p), os.path.isabs(p))
for p in ['a/../b', '/../a', './x/./y', 'a/b/../../..', '//a', '///a', '../../x', 'a/']:
    print(os.path.normpath(p), end=' ')
print()
print(os.path.commonprefix(['/usr/lib', '/usr/local']), os.path.relpath('/a/b/c', '/a/d'), os.path.relpath('/a', '/a'), os.path.relpath('/a/b', '/a'), os.path.relpath('/a', '/a/b/c'))
print(os.path.exists('/no/such/file'), os.path.isfile('nothing.x'), os.path.isdir('/no/dir'))
os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
print(os.environ['TF_CPP_MIN_LOG_LEVEL'], os.environ.get('NOT_THERE'), os.getenv('NOT_THERE', 'd'), os.getenv('TF_CPP_MIN_LOG_LEVEL'), 'NOT_THERE' in os.environ)
try:
    os.environ['NOT_THERE']
except KeyError as e:
    print('KeyError', e)
try:
    os.path.join('a', 3)
except TypeError as e:
    print('TypeError')
sys.stdout.write('written\n')
print(sys.stdout.write(''), sys.maxsize, sys.byteorder, sys.platform, type(sys.argv), len(sys.argv), isinstance(sys.path, list), sys.version_info[0], sys.version_info.major, sys.version_info >= (3, 5), sys.version_info[:1])
sys.stdout.flush()
print('to stdout', file=sys.stdout)
print(sys.getrecursionlimit(), sys.exc_info(), sys.getdefaultencoding())
sys.path.append('lib')
print(sys.path[-1], 'sys' in sys.modules, sys.modules['__main__'].__name__)
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t, v, tb is not None)
try:
    sys.exit(3)
except SystemExit as e:
    print('exit', e.code)
try:
    sys.exit('message')
except SystemExit as e:
    print('exit', e)
sys.exit()
