"""A report: grouped rows, subtotals, percent, alignment, a footer."""
import itertools
import operator

SALES = [('north', 'Ann', 1200.5), ('south', 'Bob', 300), ('north', 'Cid', 99.99),
         ('west', 'Dee', 0), ('south', 'Eva', 4500.255), ('north', 'Ann', 20)]


def money(x):
    return '{:,.2f}'.format(x)


total = sum(amount for _, _, amount in SALES)
ordered = sorted(SALES, key=operator.itemgetter(0, 1))
print('{:<8}|{:^8}|{:>12}|{:>7}'.format('region', 'who', 'amount', 'share'))
print('-' * 8 + '+' + '-' * 8 + '+' + '-' * 12 + '+' + '-' * 7)
for region, group in itertools.groupby(ordered, key=operator.itemgetter(0)):
    group = list(group)
    for i, (_, who, amount) in enumerate(group):
        print('%-8s|%8s|%12s|%6.1f%%' % (region if i == 0 else '', who, money(amount), 100 * amount / total))
    subtotal = sum(a for _, _, a in group)
    print('{:>17}|{:>12}|{:>7.1%}'.format('sum of ' + region, money(subtotal), subtotal / total))
print('=' * 38)
print('total'.ljust(17) + money(total).rjust(13))
best = max(SALES, key=operator.itemgetter(2))
print('best: {0[1]} in the {0[0]} with {0[2]:.1f}'.format(best))
print('{0:*^20}|{1:<+8d}|{2:08.3f}|{3!r:>6}'.format('end', 42, -3.14159, 'x'))
