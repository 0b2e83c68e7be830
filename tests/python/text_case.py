# Case, tests and padding.
for s in ('hello World', 'ABC', 'abc', '', '123', 'a1', "they're bill's friends", 'straße', 'ÀÉ', 'Привет', 'Ωμέγα', ' ', 'Title Case', '\t\n', 'ß'):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
    print(s.isupper(), s.islower(), s.istitle(), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isidentifier(), s.isascii(), s.isprintable())
print('²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), '½'.isdigit(), '你好'.isalpha(), '你1'.isalnum(), '_a1'.isidentifier(), '1a'.isidentifier(), '变量'.isidentifier(), 'a-b'.isidentifier())
print('[' + 'ab'.center(5) + ']', '[' + 'ab'.center(6, '*') + ']', '[' + 'abc'.center(6, '-') + ']', '[' + 'abc'.center(2) + ']', '[' + 'a'.center(4) + ']')
print('ab'.ljust(5, '.'), 'ab'.rjust(5, '.'), '42'.zfill(5), '-42'.zfill(5), '+4'.zfill(4), 'abc'.zfill(2), '你'.rjust(3, '好'))
print('a\tb\tcd'.expandtabs(), 'a\tb'.expandtabs(4), '\t\n\ta'.expandtabs(2), 'ab\tc'.expandtabs(0))
for f in (lambda: 'a'.center('x'), lambda: 'a'.center(5, 'xx'), lambda: 'a'.ljust(5, 1), lambda: 'a'.zfill('b')):
    try:
        f()
    except TypeError as e:
        print(e)
