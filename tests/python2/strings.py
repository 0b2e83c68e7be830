# str and unicode: literals, conversions, methods, formatting, errors.
# -*- coding: utf-8 -*-
u = u'caf\xe9'
print u, repr(u), len(u), [u], u.upper(), type(u), type('a' + u'b'), 'a' + u'b' == u'ab', 'abc' == u'abc'
print u.encode('utf-8'), repr(u.encode('utf-8')), 'abc'.decode('ascii'), repr('abc'.decode('utf-8'))
print isinstance('a', basestring), isinstance(u, basestring), isinstance('a', str), isinstance(u, str), isinstance('a', unicode)
print unicode('x'), unicode(5), repr(unicode(2.5)), str(u'plain'), unichr(233), chr(65), ord('a'), ord(u'\xe9')
print repr('a\tb\\'), repr("it's"), repr('\x00\x7f'), 'a,b'.split(','), u'a,b'.split(','), ','.join(['a', u'b']), repr(','.join([u'a']))
print '%s' % u'x', repr('%s' % u'x'), repr(u'%s' % 'x'), '%s and %s' % ('a', 1), 'x'.zfill(3), 'ab'.center(6, '*'), 'Title me'.title()
print `1 + 1`, `'q'`, `[u'a']`
print 'hello'[1:3], 'hello'[-1], 'hello'[::-1], 'l' in 'hello', 'hello'.find('l'), 'hello'.count('l'), 'a-b'.replace('-', '+')
print {'k': u'v'}['k'], {u'k': 1}['k'], hash('a') == hash(u'a'), sorted([u'b', 'a'])
print ur'raw\n', r'raw\n', b'bytes', repr(b'bytes'), 'a' 'b', 'A'.lower(), ' s '.strip() + '|', 'x'.isdigit(), '5'.isdigit()
print '{0} {1}'.format('a', u'b'), '{:>5}|{:.2f}'.format('x', 3.14159), 'one\ntwo'.splitlines(), 'abc'.startswith(('a', 'x'))
try:
    'abc' + 1
except TypeError, e:
    print e
try:
    u'\xe9'.encode('ascii')
except UnicodeEncodeError as e:
    print 'UnicodeEncodeError'
try:
    int('x')
except ValueError, e:
    print e
