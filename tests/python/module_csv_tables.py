"""Tables as text, read and written."""
import csv
import io

text = 'name,age,city\r\n"Smith, J.",42,"New ""York"""\r\nann,7,\r\n'
rows = list(csv.reader(io.StringIO(text)))
print(rows, len(rows))
for row in csv.DictReader(io.StringIO(text)):
    print(dict(row), row['age'])
out = io.StringIO()
w = csv.writer(out)
w.writerow(['a', 1, 2.5, None, True])
w.writerow(['with, comma', 'quote "q"', 'line\nbreak', ''])
w.writerows([[1, 2], [''], ['x']])
print(repr(out.getvalue()))
print(list(csv.reader(['1;2;3', "'a;b';c"], delimiter=';', quotechar="'")), list(csv.reader('a\tb\n'.splitlines(), 'excel-tab')))
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=['x', 'y'], lineterminator='\n', quoting=csv.QUOTE_NONNUMERIC)
w.writeheader()
w.writerow({'x': 1, 'y': 'b'})
w.writerows([{'x': 2.5}, {'y': None, 'x': 0}])
print(out.getvalue())
try:
    w.writerow({'z': 1})
except ValueError as e:
    print(e)
print(list(csv.reader(['"multi', 'line",2', '', 'a, b'], skipinitialspace=True)), list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONNUMERIC)))
reader = csv.reader(io.StringIO('a,b\nc,d\n'))
header = next(reader)
print(header, [dict(zip(header, r)) for r in reader], reader.line_num)
print(list(csv.DictReader(['1,2,3'], fieldnames=['p', 'q'])), list(csv.DictReader(['1'], fieldnames=['p', 'q'], restval='-')))
