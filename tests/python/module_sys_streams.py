"""The streams of a program."""
import sys


class Counter:
    def __init__(self, stream):
        self.stream, self.lines = stream, 0

    def write(self, text):
        self.lines += text.count('\n')
        self.stream.write(text)

    def flush(self):
        self.stream.flush()


counting = Counter(sys.stdout)
old, sys.stdout = sys.stdout, counting
print('one')
print('two', 'three', sep='\n')
print('no newline', end='')
sys.stdout.flush()
sys.stdout = old
print('\n', counting.lines, sys.stdout is sys.__stdout__)
print('to the other stream', file=sys.stderr)
sys.stdout.writelines(['a', 'b\n'])
print(sys.stdout.writable() if hasattr(sys.stdout, 'writable') else True, sys.exc_info() == (None, None, None))
try:
    1 / 0
except ZeroDivisionError:
    kind, value, trace = sys.exc_info()
    print(kind.__name__, value, trace is not None)
print(sys.getsizeof is not None if False else 'end', sys.version_info[:1], sys.maxsize > 2 ** 32)
