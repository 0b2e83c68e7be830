"""A table with columns that wrap."""
import textwrap
from itertools import zip_longest


def table(rows, widths):
    for row in rows:
        cells = [textwrap.wrap(str(c), w) or [''] for c, w in zip(row, widths)]
        for parts in zip_longest(*cells, fillvalue=''):
            yield ' | '.join(p.ljust(w) for p, w in zip(parts, widths)).rstrip()
        yield '-+-'.join('-' * w for w in widths)


rows = [('op', 'what it does', 'cost'), ('matmul', 'multiplies two matrices of matching sizes', 3), ('relu', 'keeps what is positive', 1)]
print('\n'.join(table(rows, (7, 18, 4))))
para = textwrap.dedent('''
    Gradients flow backwards.
    Values flow forwards.
''').strip()
print(textwrap.fill(para, 20), textwrap.fill(para, 60, initial_indent='1. ', subsequent_indent='   '), sep='\n')
