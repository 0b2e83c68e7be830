"""The module string."""
import string

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits)
print(repr(string.punctuation), repr(string.whitespace), len(string.printable), len(string.ascii_letters))
print(string.capwords('the quick  brown fox'), string.capwords('a-b-c', '-'))
t = string.Template('$who likes ${what}s, costs $$5')
print(t.substitute(who='tim', what='cake'), t.safe_substitute(who='ann'), t.template)
try:
    t.substitute(who='x')
except KeyError as e:
    print('KeyError', e)
try:
    string.Template('a $ b').substitute()
except ValueError as e:
    print(e)


def caesar(text, n):
    lower = string.ascii_lowercase
    table = str.maketrans(lower, lower[n:] + lower[:n])
    return text.translate(table)


print(caesar('hello world', 3), caesar(caesar('hello', 5), 21))
print(''.join(c for c in 'It is 5 o\'clock!' if c in string.ascii_letters + ' '))
print('text with punctuation, here!'.translate(str.maketrans('', '', string.punctuation)))
