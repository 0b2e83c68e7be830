"""Wrapping and justifying text by hand."""
TEXT = ('The variable scope decides where a variable lives, while the name scope only decides '
        'what an operation is called.')


def wrap(words, width):
    line = []
    for word in words:
        if line and len(' '.join(line + [word])) > width:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def justify(line, width):
    if len(line) == 1:
        return line[0].ljust(width)
    spaces = width - sum(map(len, line))
    gap, extra = divmod(spaces, len(line) - 1)
    out = ''
    for i, word in enumerate(line):
        out += word
        if i < len(line) - 1:
            out += ' ' * (gap + (i < extra))
    return out


for width in (24, 40):
    lines = list(wrap(TEXT.split(), width))
    print('+' + '-' * width + '+')
    for n, line in enumerate(lines):
        text = justify(line, width) if n < len(lines) - 1 else ' '.join(line).ljust(width)
        print('|' + text + '|')
    print('+' + '-' * width + '+')

print('centered'.center(20, '*'), 'left'.ljust(8) + '|', 'right'.rjust(8))
print(TEXT.title().swapcase()[:40])
print('\n'.join('%s%s' % ('    ' * i, word) for i, word in enumerate(TEXT.split()[:4])))
