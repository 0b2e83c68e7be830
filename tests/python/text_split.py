# split, join, strip, splitlines.
print('a b  c '.split(), 'a b  c '.split(' '), ''.split(), ''.split(','), 'a,b,,c'.split(','), 'a,b,c'.split(',', 1), '  a b  '.split(None, 1), 'abc'.split('b', 0))
print('a b  c '.rsplit(), 'a,b,c'.rsplit(',', 1), '  a b  c '.rsplit(None, 1), 'a--b--c'.split('--'), 'a--b'.rsplit('--', 5), 'x'.rsplit('xx'))
print('a b c'.split(maxsplit=1), 'a-b'.split(sep='-'), 'aXbXc'.rsplit('X', maxsplit=1))
print('one\ntwo\r\nthree\rfour'.splitlines(), 'a\n\nb\n'.splitlines(True), ''.splitlines(), 'a'.splitlines(), '\n'.splitlines(), 'a\x0bb\x0cc\u2028d'.splitlines())
print('  a '.strip() + '|', '  a '.lstrip() + '|', '  a '.rstrip() + '|', 'xxaxx'.strip('x'), 'abcba'.strip('ab'), 'mississippi'.rstrip('ipz'), '\u3000a\xa0'.strip(), 'a'.strip(''), 'www.x.com'.lstrip('w.'))
print(','.join(['a', 'b']), ''.join([]), '-'.join('abc'), ', '.join(str(i) for i in range(4)), 'x'.join({'k': 1}), '\n'.join(('a', 'b')))
print(' '.join('a  b   c'.split()), 'a:b:c'.split(':')[1], [w.strip() for w in ' a , b ,c '.split(',')])
for f in (lambda: ''.join([1]), lambda: ''.join(['a', None]), lambda: ''.join(1), lambda: 'a'.split(''), lambda: 'a'.split(1), lambda: 'a'.strip(1), lambda: 'a'.split(',', 'x')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
