"""Run-length coding with groupby, with regular expressions and by hand; all agree."""
import itertools
import re


def encode_groupby(text):
    return ''.join('%s%s' % (len(list(group)) if n else '', c)
                   for c, group in itertools.groupby(text) for n in [1])


def encode(text):
    out, i = [], 0
    while i < len(text):
        n = 1
        while i + n < len(text) and text[i + n] == text[i]:
            n += 1
        out.append((str(n) if n > 1 else '') + text[i])
        i += n
    return ''.join(out)


def encode_re(text):
    return re.sub(r'(.)\1+', lambda m: str(len(m.group(0))) + m.group(1), text, flags=re.S)


def decode(text):
    return re.sub(r'(\d+)(\D)', lambda m: m.group(2) * int(m.group(1)), text)


for text in ('WWWWWBWWWWWWWWWWWWBBBWW', 'abc', '', 'aa', '  \n\n\n', 'x' * 120):
    coded = encode(text)
    print(repr(coded), len(text), '->', len(coded))
    assert coded == encode_re(text)
    assert decode(coded) == text
print(encode_groupby('aabccc'))
look = '1'
for _ in range(6):
    look = ''.join(str(len(list(g))) + k for k, g in itertools.groupby(look))
    print(look)
