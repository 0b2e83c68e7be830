"""An invoice: items with taxes and discounts, rounding to cents, widths from the data."""
ITEMS = [('Graph paper', 3, '2.49', 0.07), ('Session, one hour', 2, '40.00', 0.19), ('Scope', 1, '0.005', 0.19)]


def cents(text):
    return int(round(float(text) * 100))


def show(c):
    return '%d.%02d' % divmod(c, 100)


rows, taxes = [('item', 'n', 'price', 'sum')], {}
net = 0
for name, n, price, rate in ITEMS:
    line = cents(price) * n
    net += line
    taxes[rate] = taxes.get(rate, 0) + line * rate
    rows.append((name, str(n), show(cents(price)), show(line)))
discount = net // 10 if net > 5000 else 0
rows.append(('discount', '', '', '-' + show(discount)))
for rate in sorted(taxes):
    rows.append(('tax {:.0%}'.format(rate), '', '', show(int(round(taxes[rate])))))
total = net - discount + sum(int(round(t)) for t in taxes.values())
rows.append(('total', '', '', show(total)))
widths = [max(map(len, column)) for column in zip(*rows)]
for row in rows:
    cells = [cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))]
    print('  '.join(cells).rstrip())
print(widths, [round(x, 2) for x in (2.675, 1.005, 0.125, 0.375)], round(-2.5), round(3.5), round(1234.5, -2))
