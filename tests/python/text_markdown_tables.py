"""A little Markdown: headings, emphasis, lists, tables, code; to plain HTML."""
import re


def inline(text):
    text = text.replace('&', '&amp;').replace('<', '&lt;')
    text = re.sub(r'`([^`]+)`', r'<code>\1</code>', text)
    text = re.sub(r'\*\*(.+?)\*\*', r'<b>\1</b>', text)
    text = re.sub(r'\*(.+?)\*', r'<i>\1</i>', text)
    return re.sub(r'\[([^]]+)\]\(([^)\s]+)\)', r'<a href="\2">\1</a>', text)


def convert(text):
    out, inside = [], None

    def switch(kind):
        nonlocal inside
        if inside != kind:
            if inside:
                out.append('</%s>' % inside)
            if kind:
                out.append('<%s>' % kind)
            inside = kind

    for line in text.splitlines():
        heading = re.match(r'(#{1,6}) +(.*?) *#*$', line)
        if heading:
            switch(None)
            n = len(heading.group(1))
            out.append('<h%d>%s</h%d>' % (n, inline(heading.group(2)), n))
        elif re.match(r'[-*] ', line):
            switch('ul')
            out.append('  <li>%s</li>' % inline(line[2:]))
        elif re.match(r'\d+\. ', line):
            switch('ol')
            out.append('  <li>%s</li>' % inline(line.split('. ', 1)[1]))
        elif line.startswith('|'):
            cells = [inline(c.strip()) for c in line.strip('|').split('|')]
            if all(re.match('^:?-+:?$', c) for c in cells):
                continue
            kind = 'td' if inside == 'table' else 'th'
            switch('table')
            out.append('  <tr>%s</tr>' % ''.join('<%s>%s</%s>' % (kind, c, kind) for c in cells))
        elif line.strip():
            switch('p')
            out.append('  ' + inline(line))
        else:
            switch(None)
    switch(None)
    return '\n'.join(out)


print(convert('''# Scopes & names ##
A *name* is not a **variable**; see [the docs](http://example.org/a_b).
Use `a < b`.

- one
- *two*
1. first

| name | shape |
|:-----|------:|
| `w`  | 2x3   |
'''))
print(convert(''), re.split(r'\s*[;,]\s*', 'a ; b,c ,d'), re.findall(r'(\w)(\d)?', 'a1b'), re.subn('a', 'b', 'banana', count=2))
