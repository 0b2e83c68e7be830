"""Filling and indenting text."""
import textwrap

text = 'The quick brown fox jumps over the lazy dog, and then it runs away into the well-known deep forest.'
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, width=40))
print(textwrap.fill(text, 35, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(text, 40), '|', textwrap.shorten('short', 20), '|', textwrap.shorten(text, 20, placeholder='...'))
print(repr(textwrap.dedent('    one\n      two\n\n    three\n')), repr(textwrap.dedent('\tx\n\ty')))
print(textwrap.indent('a\nb\n\nc', '> '), repr(textwrap.indent('a\n\n', '- ', lambda line: True)))
print(textwrap.wrap('averyveryverylongwordindeed x', 10), textwrap.wrap('averyverylongword', 8, break_long_words=False))
print(textwrap.wrap('', 10), textwrap.wrap('a  b   c', 3), textwrap.wrap('tabs\tand\nnewlines', 50), textwrap.wrap('x -- y a--b', 4))
print(textwrap.wrap(text, 30, max_lines=2), textwrap.TextWrapper(width=12).fill('one two three four'))
