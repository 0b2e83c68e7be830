"""Boxes of text."""
import textwrap


def box(text, width=28):
    lines = textwrap.wrap(text, width)
    edge = '+' + '-' * (width + 2) + '+'
    return '\n'.join([edge] + ['| %-*s |' % (width, l) for l in lines] + [edge])


print(box('A model is a function with parameters; training is the search for good ones.'))
usage = textwrap.dedent('''\
    usage: tool [options]
      --lr     learning rate
      --steps  how many
    ''')
print(usage + textwrap.indent(usage, '    ', lambda l: l.startswith('  ')))
print(textwrap.shorten('one two three four five six', width=15), '|', textwrap.fill('para ' * 8, 22, initial_indent='> ', subsequent_indent='  '))
w = textwrap.TextWrapper(width=10, break_long_words=False)
print(w.wrap('extraordinarily long words'), w.fill('a b c d e f g h'), textwrap.wrap('one-two three-four', 8), textwrap.wrap('hello', 2))
