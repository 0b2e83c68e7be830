"""A report from a template."""
import string

row = string.Template('${name}: $$${price} x $n')
items = [('tea', 3, 2), ('cake', 4.5, 1)]
for name, price, n in items:
    print(row.substitute(name=name.title(), price='%.2f' % price, n=n))
print(string.Template('$a $b').safe_substitute({'a': 1}), string.Template('no places').substitute())


class Percent(string.Template):
    delimiter = '%'


print(Percent('%x is 100%%').substitute(x='this'))
letters = {c: i for i, c in enumerate(string.ascii_uppercase, 1)}
print(sum(letters[c] for c in 'PYTHON'), string.capwords('hello   big world'), ''.join(sorted(set('banana') & set(string.ascii_lowercase))))


def shift(text, n):
    up, low = string.ascii_uppercase, string.ascii_lowercase
    return text.translate(str.maketrans(up + low, up[n:] + up[:n] + low[n:] + low[:n]))


print(shift('Veni, Vidi, Vici', 7), shift(shift('abcXYZ', 13), 13), [c for c in 'a1 b2\t!' if c in string.digits + string.punctuation])
