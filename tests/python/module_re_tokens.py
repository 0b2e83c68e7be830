"""A tokenizer made of one regular expression."""
import re

TOKEN = re.compile(r'(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/()=])|(?P<space>\s+)|(?P<bad>.)')


def tokens(text):
    for m in TOKEN.finditer(text):
        kind = m.lastgroup
        if kind == 'bad':
            raise SyntaxError('unexpected %r at %d' % (m.group(), m.start()))
        if kind != 'space':
            yield kind, m.group()


print(list(tokens('area = 3.14 * r**2')), [t for _, t in tokens('(a+b)/2.')])
try:
    list(tokens('x ? y'))
except SyntaxError as e:
    print(e)
print(re.sub(r'(?<=[a-z])(?=[A-Z])', '_', 'camelCaseName').lower(), re.sub(r'_(\w)', lambda m: m.group(1).upper(), 'snake_case_name'))
log = 'ERROR 12:01 disk full\nINFO 12:02 ok\nERROR 12:05 no net'
print(re.findall(r'^ERROR (\S+) (.*)$', log, re.M), re.split(r'\n(?=ERROR)', log), len(re.findall(r'\bo\w*', log)))
print(re.match(r'(\w+)\s(\w+)', 'Ann Lee').expand(r'\2, \1'), re.sub('(a)(b)?', r'[\1]', 'ab a'), re.search(r'\d+', 'no digits'))
print(bool(re.fullmatch(r'[\w.]+@[\w.]+\.\w{2,3}', 'me@site.org')), bool(re.fullmatch(r'[\w.]+@[\w.]+\.\w{2,3}', 'me@site')), re.findall(r'#(\w+)', 'a #tag and #other_one!'))
