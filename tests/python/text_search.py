# find, index, count, startswith, replace, partition, translate.
s = 'the cat sat on the mat'
print(s.find('at'), s.rfind('at'), s.find('dog'), s.find('the', 1), s.find('at', -3), s.find('t', 5, 8), s.find('', 3), s.find('', 100), s.rfind(''))
print(s.index('cat'), s.rindex('the'), s.count('at'), s.count('t', 5), s.count(''), s.count('the', 0, 10), 'aaaa'.count('aa'))
print(s.startswith('the'), s.startswith('cat', 4), s.startswith(('a', 'the')), s.endswith('mat'), s.endswith('at', 0, 7), s.endswith(''), s.startswith('', 100), s.startswith(()))
print(s.replace('at', 'AT'), s.replace('at', 'AT', 2), s.replace('x', 'y'), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), s.replace('the ', ''))
print(s.partition(' '), s.rpartition(' '), s.partition('x'), s.rpartition('x'), 'a.b.c'.rpartition('.'))
print(s.removeprefix('the '), s.removesuffix(' mat'), s.removeprefix('x'))
table = str.maketrans('abc', 'xyz', 'd')
print('abcd'.translate(table), 'aé'.translate({233: 'E', 97: None}), str.maketrans({'a': 'b', 66: 'c'}), 'ab'.translate({97: 98}))
for f in (lambda: s.index('z'), lambda: s.rindex('z'), lambda: s.find(1), lambda: s.count(1), lambda: s.startswith(1), lambda: s.startswith((1,)),
          lambda: s.partition(''), lambda: s.partition(1), lambda: s.replace('a'), lambda: s.replace(1, 2), lambda: str.maketrans('a', 'bc'), lambda: str.maketrans(1),
          lambda: s.endswith(None), lambda: s.find('a', 'b')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
