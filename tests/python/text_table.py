# Tables of text in several styles of formatting.
rows = [('weights', (784, 10), 7840, 0.05), ('bias', (10,), 10, -1.5), ('é你', (), 1, 1e-9)]
for name, shape, n, v in rows:
    print('%-10s|%15s|%8d|%10.3e' % (name, shape, n, v))
    print('{:<10}|{!s:>15}|{:8d}|{:10.3e}'.format(name, shape, n, v))
    print(f'{name:<10}|{str(shape):>15}|{n:8,}|{v:10.3g}')
    print(name.ljust(10) + '|' + str(shape).rjust(15) + '|' + str(n).zfill(8) + '|' + repr(v))
print('-' * 20, '=' * 3 + '>' * 2, sep='\n')
width = max(len(r[0]) for r in rows)
for i, r in enumerate(rows):
    print(f'{i:>2}. {r[0]:.<{width + 5}}{r[3]:+.2f}')
print('{0:{fill}{align}{w}}'.format('mid', fill='*', align='^', w=11), '{:^{}}|'.format('x', 5), '%*s|%-*s|' % (6, 'r', 6, 'l'))
header = ['step', 'loss', 'accuracy']
print(' | '.join('{:>8}'.format(h) for h in header))
for step in range(0, 30, 10):
    print(' | '.join(['{:>8d}'.format(step), '{:>8.4f}'.format(1 / (step + 1)), '{:>8.1%}'.format(step / 30)]))
print('Epoch: %03d, loss: %.4f, shape: %s, ok: %r' % (7, 0.123456, (3, 4), True), 'done %d%%' % 100)
print('\t'.join(['a', 'b']).expandtabs(4), 'a\\b', '%s' % 'tab\t', repr('tab\t'), sep='|')
print('Line one\n  indented "quoted" \'single\'\n' 'end', """triple
quoted""", r'raw\n', 'a' 'b')
