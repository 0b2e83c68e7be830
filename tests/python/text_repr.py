# repr of strings and bytes.
for s in ('plain', "it's", 'say "hi"', 'both \' and "', 'tab\t nl\n cr\r', 'back\\slash', '\x00\x01\x1f\x7f', '\x80\xa0\xad', 'é', '你好', '\u3000', '\u200b', '\ud800', '\U0001F600', '\ue000', '\uffff', '\u2028', ''):
    print(repr(s), ascii(s), len(s))
for b in (b'abc', b"it's", b'\x00\xff\n\\', b'"', b'', 'é'.encode(), b'\'"'):
    print(repr(b), str(b), len(b))
print(['a', "b'c"], ('x',), {'k': 'v\n'}, {'s'})
class C:
    def __repr__(self):
        return 'C<%d>' % 5
    def __str__(self):
        return 'str of C'
print(C(), [C()], str(C()), repr(C()), '%s %r' % (C(), C()), '{} {!r} {!s}'.format(C(), C(), C()), f'{C()} {C()!r}')
print('a\
b', 'c' 'd', r'\n', """x
y""")
