"""Searching text: by hand, with the table of Knuth, Morris and Pratt, and with the language's own."""


def table_of(pattern):
    table, k = [0] * len(pattern), 0
    for i in range(1, len(pattern)):
        while k and pattern[i] != pattern[k]:
            k = table[k - 1]
        k += pattern[i] == pattern[k]
        table[i] = k
    return table


def kmp(text, pattern):
    table, k, found = table_of(pattern), 0, []
    for i, c in enumerate(text):
        while k and c != pattern[k]:
            k = table[k - 1]
        if c == pattern[k]:
            k += 1
        if k == len(pattern):
            found.append(i - k + 1)
            k = table[k - 1]
    return found


def own(text, pattern):
    found, at = [], text.find(pattern)
    while at >= 0:
        found.append(at)
        at = text.find(pattern, at + 1)
    return found


print(table_of('ababaca'), table_of('aaaa'), table_of('abcd'))
for text, pattern in (('abababacaba', 'aba'), ('aaaaa', 'aa'), ('hello', 'xyz'), ('mississippi', 'issi'), ('a', 'a')):
    assert kmp(text, pattern) == own(text, pattern)
    print(text, pattern, kmp(text, pattern), text.count(pattern))
print('mississippi'.rfind('ss'), 'mississippi'.index('s', 4), 'mississippi'.partition('ss'), 'a-b-c'.rpartition('-'))
