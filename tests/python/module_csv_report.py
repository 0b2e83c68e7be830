"""A table read, grouped and written again."""
import csv
import io
from collections import defaultdict

SOURCE = '''region,product,amount,price
north,apple,3,0.5
south,pear,10,0.25
north,pear,1,0.3
south,apple,4,"1,5"
'''
total, rows = defaultdict(float), []
for row in csv.DictReader(io.StringIO(SOURCE)):
    row['price'] = float(row['price'].replace(',', '.'))
    row['amount'] = int(row['amount'])
    total[row['region']] += row['amount'] * row['price']
    rows.append(row)
print(sorted(total.items()), len(rows), rows[3]['price'])
out = io.StringIO()
w = csv.DictWriter(out, ['product', 'amount'], extrasaction='ignore', lineterminator='\n')
w.writeheader()
w.writerows(sorted(rows, key=lambda r: (r['product'], -r['amount'])))
print(out.getvalue(), end='')
matrix = [[1, 2], [3, 4.5]]
buf = io.StringIO()
csv.writer(buf, delimiter='\t', lineterminator='\n').writerows(matrix)
print(repr(buf.getvalue()), [[float(x) for x in r] for r in csv.reader(buf.getvalue().splitlines(), delimiter='\t')] == matrix)
