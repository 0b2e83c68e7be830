"""Roman numerals in both directions, checked against each other."""
NUMERALS = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'),
            (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]


def to_roman(n):
    if not isinstance(n, int):
        raise TypeError('expected integer, got %s' % type(n))
    if not 0 < n < 4000:
        raise ValueError('Argument must be between 1 and 3999')
    out = []
    for value, letters in NUMERALS:
        count, n = divmod(n, value)
        out.append(letters * count)
    return ''.join(out)


def from_roman(text):
    values = dict((letter, value) for value, letter in NUMERALS if len(letter) == 1)
    total = 0
    for i, c in enumerate(text.upper()):
        value = values[c]
        later = values[text.upper()[i + 1]] if i + 1 < len(text) else 0
        total += -value if later > value else value
    if to_roman(total) != text.upper():
        raise ValueError('%s is not a valid roman numeral' % text)
    return total


print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1987, 2024, 3999)])
assert all(from_roman(to_roman(n)) == n for n in range(1, 4000))
for bad in ('IIII', 'VX', 'MCMC', 'ABC', 0, 4000, 2.5):
    try:
        print(from_roman(bad) if isinstance(bad, str) else to_roman(bad))
    except KeyError as e:
        print('KeyError', e)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
longest = max(range(1, 4000), key=lambda n: len(to_roman(n)))
print(longest, to_roman(longest))
