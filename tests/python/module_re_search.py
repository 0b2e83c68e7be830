"""Regular expressions as programs use them."""
import re

line = 'step 120, loss = 0.0345 (lr 1e-4) at 12:30:45'
m = re.search(r'step (\d+), loss = ([\d.]+)', line)
print(m.group(), m.group(1, 2), m.groups(), m.span(1), m.start(), m.end(2))
m = re.match(r'(?P<word>\w+)\s+(?P<n>\d+)', line)
print(m.groupdict(), m['word'], m.lastgroup, m.re.pattern, m.string[:4])
print(re.findall(r'\d+', line), re.findall(r'(\d+):(\d+)', line), re.findall(r'[aeiou]', 'education'))
print([x.group() for x in re.finditer(r'\b\w{2}\b', line)], re.split(r'[,;]\s*', 'a, b;c,d'), re.split(r'(-)', '1-2-3', maxsplit=1))
print(re.sub(r'(\w+)@(\w+)', r'\2 at \1', 'me@home you@work'), re.sub(r'\d', lambda m: str(int(m.group()) * 2), 'a1b2'), re.subn('a', 'b', 'banana', count=2))
print(re.compile(r'^\s*#.*$', re.M).findall('# one\nx\n  # two'), re.match('abc', 'ABC', re.I) is not None, re.fullmatch(r'\d{3}', '1234'))
print(re.escape('a.b*c'), re.search('(?i)HELLO', 'say hello').group(), re.findall('a.c', 'a\nc abc', re.S))
print(re.sub(r'\s+', ' ', '  many   spaces\there ').strip(), re.split(r'\W+', 'Words, words; words.'))
print(re.findall(r'<(\w+)>(.*?)</\1>', '<b>bold</b><i>it</i>'), re.search(r'(a)?(b)', 'b').groups('none'))
print(re.findall(r'(?:ab)+', 'ababxab'), re.match(r'(?!no)\w+', 'yes').group(), re.findall(r'\w+(?=!)', 'hi! there you!'))
pattern = re.compile(r'''
    (\d+)   # whole
    \.      # dot
    (\d*)   # fraction
''', re.VERBOSE)
print(pattern.match('3.14').groups(), pattern.search('x 2.5', 1).span(), pattern.sub('N', '1.5 and 2.'), pattern.flags & re.X > 0)
try:
    re.compile('(')
except re.error as e:
    print(e)
print(m, re.match('x', 'y'), bool(re.match('', '')), re.findall('', 'ab'), re.sub('x*', '-', 'abxd'))
print(re.findall(r'(?<=\$)\d+', 'cost $45 or $6'), re.findall(r'(?<!\d)\d{2}(?!\d)', '1 22 333 44'))
