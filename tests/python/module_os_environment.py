"""The process, as far as there is one."""
import os
import sys

print(os.environ.get('TF_NO_SUCH', 'unset'), os.getenv('TF_NO_SUCH', 'fallback'), type(os.getcwd()).__name__)
os.environ['TF_CPP_MIN_LOG_LEVEL'] = '2'
print(os.environ['TF_CPP_MIN_LOG_LEVEL'], 'TF_CPP_MIN_LOG_LEVEL' in os.environ, os.environ.setdefault('NEW_ONE', 'x'), os.environ.pop('NEW_ONE'))
print(os.path.join('logs', 'run-%03d' % 7, 'events'), os.path.splitext('model.ckpt.index'), os.path.basename(__file__))
folder = os.path.join('no_such_folder_here', 'deep')
print(os.path.exists(folder), os.path.isdir(folder), os.path.isfile(folder))
print(len(sys.argv), isinstance(sys.path, list), sys.version_info >= (3, 0), sys.version_info[0], sys.maxsize == 2 ** 63 - 1, sys.byteorder)
sys.path.append('/some/folder')
print(sys.path[-1], sys.getrecursionlimit() >= 1000, sys.platform.startswith('linux'), 'os' in sys.modules)
sys.stdout.write('written\n')
sys.stdout.flush()
try:
    sys.exit('message')
except SystemExit as e:
    print('exit', e.code)
