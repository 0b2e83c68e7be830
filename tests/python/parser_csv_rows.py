"""CSV by hand: quotes, doubled quotes, empty fields; then a table of sums."""


def split(line):
    fields, field, quoted, i = [], '', False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"' and line[i + 1:i + 2] == '"':
                field += '"'
                i += 1
            elif c == '"':
                quoted = False
            else:
                field += c
        elif c == '"':
            quoted = True
        elif c == ',':
            fields.append(field)
            field = ''
        else:
            field += c
        i += 1
    return fields + [field]


TEXT = '''name,city,amount
Ann,"New York, NY",12.50
Bob,,7
"Eve ""the"" third",Oslo,
Ann,Paris,30.25
'''
lines = TEXT.splitlines()
header = split(lines[0])
rows = [dict(zip(header, split(line))) for line in lines[1:]]
for row in rows:
    print([row[key] for key in header])
sums = {}
for row in rows:
    sums[row['name']] = sums.get(row['name'], 0) + float(row['amount'] or 0)
for name in sorted(sums, key=sums.get, reverse=True):
    print('{0:.<22}{1:>8.2f}'.format(name, sums[name]))
cities = sorted({row['city'] or '?' for row in rows})
print(cities, len(max(cities, key=len)))
print(split(''), split(',,'), split('"a'), split('"",x'))
