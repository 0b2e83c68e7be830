"""A JSON parser of one's own, compared with the library's."""
import json


def parse(text):
    value, at = parse_value(text, skip(text, 0))
    if skip(text, at) != len(text):
        raise ValueError('extra data at %d' % at)
    return value


def skip(text, at):
    while at < len(text) and text[at] in ' \t\n\r':
        at += 1
    return at


def parse_value(text, at):
    for word, value in (('true', True), ('false', False), ('null', None)):
        if text.startswith(word, at):
            return value, at + len(word)
    if text[at:at + 1] == '"':
        return parse_string(text, at + 1)
    if text[at:at + 1] == '[':
        return parse_items(text, at + 1, ']', [], lambda items, v: items.append(v))
    if text[at:at + 1] == '{':
        pairs, at = parse_items(text, at + 1, '}', [], lambda items, v: items.append(v), True)
        return dict(pairs), at
    end = at
    while end < len(text) and text[end] in '+-.eE0123456789':
        end += 1
    if end == at:
        raise ValueError('unexpected %r at %d' % (text[at:at + 1], at))
    number = text[at:end]
    return (int(number) if number.lstrip('-').isdigit() else float(number)), end


def parse_string(text, at):
    out = []
    escapes = {'n': '\n', 't': '\t', '"': '"', '\\': '\\', '/': '/'}
    while True:
        c = text[at]
        if c == '"':
            return ''.join(out), at + 1
        if c == '\\':
            at += 1
            if text[at] == 'u':
                out.append(chr(int(text[at + 1:at + 5], 16)))
                at += 4
            else:
                out.append(escapes[text[at]])
        else:
            out.append(c)
        at += 1


def parse_items(text, at, end, items, add, keys=False):
    at = skip(text, at)
    while text[at] != end:
        value, at = parse_value(text, at)
        at = skip(text, at)
        if keys:
            if text[at] != ':':
                raise ValueError('a colon is missing at %d' % at)
            inner, at = parse_value(text, skip(text, at + 1))
            value = (value, inner)
            at = skip(text, at)
        add(items, value)
        if text[at] == ',':
            at = skip(text, at + 1)
    return items, at + 1


for text in ('[1, 2.5, -3e2, "a\\n\\u00e9"]', '{"x": {"y": [true, false, null]}, "z": []}',
             '"plain"', ' 12 ', '[[[]], {}]'):
    mine, theirs = parse(text), json.loads(text)
    print(mine == theirs, mine)
for text in ('[1, ?]', '{"a" 1}', '1 2'):
    try:
        parse(text)
    except ValueError as e:
        print('error:', e)
