"""Did you mean: edits at distance one, a known list, the closest by distance."""
NAMES = ['get_variable', 'variable_scope', 'name_scope', 'placeholder', 'constant', 'matmul', 'reduce_mean', 'reduce_sum']


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for k, y in enumerate(b, 1):
            previous, row[k] = row[k], min(row[k] + 1, row[k - 1] + 1, previous + (x != y))
    return row[-1]


def edits(word):
    letters = 'abcdefghijklmnopqrstuvwxyz_'
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deletes = [a + b[1:] for a, b in splits if b]
    swaps = [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1]
    replaces = [a + c + b[1:] for a, b in splits if b for c in letters]
    inserts = [a + c + b for a, b in splits for c in letters]
    return set(deletes + swaps + replaces + inserts)


def suggest(word, most=2):
    near = sorted(edits(word) & set(NAMES)) if word not in NAMES else [word]
    return near or [n for d, n in sorted((distance(word, n), n) for n in NAMES) if d <= 4][:most]


for word in ('matmul', 'matmull', 'plcaeholder', 'variable_scop', 'reduce_men', 'get_varible', 'xyz', 'reduce_max'):
    print('%-14s %s' % (word, ', '.join(suggest(word)) or '-'))
print(len(edits('ab')), [distance(a, b) for a, b in (('', ''), ('a', ''), ('abc', 'abd'), ('kitten', 'sitting'))])
