"""The methods that bytes share with str."""
b = b'  Hello, World\t\n'
print(b.lstrip(), b.rstrip(), b.strip().partition(b', '), b.rpartition(b'o'), b.rsplit(None, 1), b.rfind(b'o'), b.index(b'W'))
print(b'abc'.center(7), b'abc'.ljust(5, b'.'), b'abc'.rjust(5), b'7'.zfill(3), b'-7'.zfill(4), b'a\tb'.expandtabs(4))
print(b'hello world'.title(), b'hELLO'.capitalize(), b'aBc'.swapcase(), b'one\ntwo\r\nthree'.splitlines(), b'a\x0bb\x1cc'.splitlines(), b'x\n'.splitlines(True))
print(b'abc'.isalpha(), b'a1'.isalnum(), b'12'.isdigit(), b' \t'.isspace(), b'AB'.isupper(), b'ab'.islower(), b'Ab Cd'.istitle(), b'\xe9'.isalpha(), b''.isalpha())
print(bytes.fromhex('00 ff 7F'), b'\x00\xff'.hex(), b'caf\xc3\xa9'.title(), b'\xa0x\x85'.strip(), b'\x1cx'.strip(), b'\xff,\xfe'.rsplit(b','))
print(b'x=1;y=2'.split(b';'), b'k: v'.partition(b':'), b'none'.rpartition(b'-'), b'abcabc'.rindex(b'bc'), b'a,b,c'.rsplit(b',', maxsplit=1), b'xxaxx'.strip(b'x'))
for bad in (lambda: b'a'.index(b'z'), lambda: b'a'.lstrip('a'), lambda: bytes.fromhex('0g')):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
