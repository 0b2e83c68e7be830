# print.
print()
print(1, 'a', None, [1, 'b'], 2.50)
print('a', 'b', sep='-')
print('a', 'b', sep='', end='!\n')
print(*range(5), sep=', ')
print(*[], sep='x')
print('no newline', end='')
print()
print('tab\there', 'new\nline', '\\', 'quote\'s')
print('a', end=' '); print('b', end=None); print('c', sep=None)
print('unicode: ü 你好 🎉')
print(print('inner'))
print(1, 2, flush=True)
class W:
    def __init__(self):
        self.got = []
    def write(self, s):
        self.got.append(s)
w = W()
print('x', 1, file=w)
print(''.join(w.got) == 'x 1\n')
for kwargs in ({'sep': 2}, {'end': 2}, {'foo': 2}, {'file': 2}):
    try:
        print('x', 'y', **kwargs)
    except Exception as e:
        print(type(e).__name__, e)
