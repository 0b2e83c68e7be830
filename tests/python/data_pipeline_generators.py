"""A pipeline of generators: read, filter, parse, batch; each item goes through alone."""


def lines(text):
    for number, line in enumerate(text.splitlines(), 1):
        print('  read', number)
        yield number, line


def without_comments(source):
    for number, line in source:
        line = line.split('#')[0].strip()
        if line:
            yield number, line


def parsed(source, errors):
    for number, line in source:
        try:
            name, *values = line.split()
            yield name, [float(v) for v in values]
        except ValueError as e:
            errors.append('line %d: %s' % (number, e))


def batched(source, n):
    batch = []
    try:
        for item in source:
            batch.append(item)
            if len(batch) == n:
                yield batch
                batch = []
        if batch:
            yield batch
    finally:
        print('  batches closed')


TEXT = '''a 1 2
# nothing
b 3 x
c 4.5
d
'''
errors = []
for batch in batched(parsed(without_comments(lines(TEXT)), errors), 2):
    print('batch', batch)
print(errors)

pipeline = batched((n for n in range(10) if n % 3), 2)
print(next(pipeline), next(pipeline))
pipeline.close()
print(list(pipeline))
total = sum(len(word) for word in (w.strip('.,') for w in 'one, two. three'.split()))
print(total)
