import json
import re
data = {'a': [1, 2.5, None, True, False], 'b': {'c': 'x"y\n\u00e9\\'}, 'd': (), 'e': {}, '1': 1e100, 'neg': -3}
s = json.dumps(data)
print(s)
print(json.dumps(data, sort_keys=True), json.dumps([1, [2, {'k': []}]], indent=2))
print(json.dumps({'b': 1, 'a': {'z': [1, 2]}}, indent=4, sort_keys=True), json.dumps([1, 2], separators=(',', ':')), json.dumps('\u00e9\U0001f600', ensure_ascii=False), json.dumps('\u00e9\U0001f600\x7f\x01'))
print(json.loads(s) == json.loads(json.dumps(json.loads(s))), json.loads(s)['b'], json.loads('[1, 2.0, -3e2, "a\\u00e9\\ud83d\\ude00\\n", null, true]'), json.loads(' {"x": {"y": []}} '), type(json.loads('1')), type(json.loads('1.0')), json.loads('"q"'))
print(json.dumps({1: 'a', None: 'b', True: 'c', 2.5: 'd'}), json.dumps([float('inf'), 0.1, 1e-7]), json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())), json.dumps({'s': {1, 2}}, default=lambda o: sorted(o)))
for t in ['', '{', '[1,', '{"a"}', '{a: 1}', '[1 2]', 'nul', '"abc', '[1]x', '{"a": 1,}', '01']:
    try:
        print(json.loads(t))
    except ValueError as e:
        print(type(e).__name__, e)
try:
    json.dumps(object)
except TypeError as e:
    print(e)

m = re.match(r'(\w+)@(\w+)\.com', 'bob@site.com rest')
print(m.group(), m.group(1), m.group(2), m.groups(), m.start(), m.end(), m.span(2), m.group(1, 2), m[1], bool(m), m)
print(re.match('b', 'abc'), re.search('b', 'abc').start(), re.search(r'\d+', 'ab12cd345').group(), re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'(\w)\d', 'a1 b2'))
print(re.sub(r'\s+', '-', 'a  b \t c'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('x', lambda m: m.group().upper(), 'axbx'), re.sub('a', 'b', 'aaa', count=2), re.subn('a', 'b', 'aaa'), re.sub(r'(?P<n>\d+)', r'<\g<n>>', 'a1b22'), re.sub('', '-', 'ab'))
print(re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(-)', 'a-b-c'), re.split('x', 'axbxc', maxsplit=1), re.split(r'\W+', 'Words, words.'))
p = re.compile(r'(?P<year>\d{4})-(?P<month>\d{1,2})', re.I)
m = p.search('on 2017-3 and 2018-11')
print(m.groupdict(), m.group('year'), p.findall('2017-3 2018-11'), [x.group() for x in p.finditer('2017-3 2018-11')], p.pattern, p.groups)
tests = [(r'a*', 'aaa'), (r'a*?b', 'aaab'), (r'(a|ab)(c|bcd)(d*)', 'abcd'), (r'^$', ''), (r'a{2,3}', 'aaaa'), (r'a{2}', 'a'), (r'[^abc]+', 'xyzabc'), (r'[a-c0-9_]+', 'b7_z'),
         (r'\bfoo\b', 'a foo b'), (r'(a)(b)?', 'a'), (r'(?:ab)+', 'ababx'), (r'(\w)\1', 'hello'), (r'x(?=y)', 'xy'), (r'x(?!y)', 'xyxz'), (r'.+', 'ab\ncd'), (r'(?i)ABC', 'xabc'),
         (r'[\w.-]+', 'a.b-c d'), (r'\.(py|txt)$', 'f.py'), (r'(a+)+b', 'aaab'), (r'a|b|', 'c'), (r'[]]', ']'), (r'[a\]]', ']'), (r'\d+\.?\d*', '3.14'), (r'(x*)*', 'xx'), (r'é', 'café'), (r'(.*?)-(.*)', 'a-b-c'), (r'\Aab\Z', 'ab'), (r'a{,2}', 'aaa'), (r'{', '{'), (r'\\', 'a\\b'), (r'(?:a{1,2}){2}', 'aaa')]
for pat, text in tests:
    m = re.search(pat, text)
    print(pat, repr(text), m and (m.span(), m.groups()))
print(re.search(r'^b', 'a\nb', re.M).start(), re.search('a.b', 'a\nb', re.S).group(), re.fullmatch(r'\d+', '12a'), re.fullmatch(r'\d+', '12').group(), re.escape('a.b*c'), re.match(r'''
    (\d+)   # digits
    \s*     # blanks
    ([a-z]+)''', '12 ab', re.X).groups())
for bad in ['(', ')', '[a', '*a', 'a**', r'(?P<x>a', 'a{3,2}', r'\1', '[z-a]']:
    try:
        re.compile(bad)
    except re.error as e:
        print(repr(bad), str(e))
