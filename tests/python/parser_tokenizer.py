"""A tokenizer with named groups, as in the documentation of re."""
import collections
import re

Token = collections.namedtuple('Token', ['type', 'value', 'line', 'column'])


def tokenize(code):
    keywords = {'IF', 'THEN', 'ENDIF', 'FOR', 'NEXT', 'GOSUB', 'RETURN'}
    specification = [
        ('NUMBER', r'\d+(\.\d*)?'),
        ('ASSIGN', r':='),
        ('END', r';'),
        ('ID', r'[A-Za-z]+'),
        ('OP', r'[+\-*/]'),
        ('NEWLINE', r'\n'),
        ('SKIP', r'[ \t]+'),
        ('MISMATCH', r'.'),
    ]
    regex = '|'.join('(?P<%s>%s)' % pair for pair in specification)
    line, start = 1, 0
    for mo in re.finditer(regex, code):
        kind, value = mo.lastgroup, mo.group()
        column = mo.start() - start
        if kind == 'NUMBER':
            value = float(value) if '.' in value else int(value)
        elif kind == 'ID' and value in keywords:
            kind = value
        elif kind == 'NEWLINE':
            start = mo.end()
            line += 1
            continue
        elif kind == 'SKIP':
            continue
        elif kind == 'MISMATCH':
            raise RuntimeError('%r unexpected on line %d' % (value, line))
        yield Token(kind, value, line, column)


statements = '''
    IF quantity THEN
        total := total + price * quantity;
        tax := price * 0.05;
    ENDIF;
'''
for token in tokenize(statements):
    print(token)
try:
    print([t.value for t in tokenize('a := 1 ? 2')])
except RuntimeError as e:
    print('error:', e)
counts = collections.Counter(t.type for t in tokenize(statements))
print(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
