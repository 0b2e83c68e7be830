"""Caesar and Vigenere ciphers, and breaking one by letter frequencies."""
import string
from collections import Counter

ALPHABET = string.ascii_lowercase


def caesar(text, shift):
    moved = ALPHABET[shift % 26:] + ALPHABET[:shift % 26]
    return text.translate(str.maketrans(ALPHABET + ALPHABET.upper(), moved + moved.upper()))


def vigenere(text, key, sign=1):
    out, i = [], 0
    for c in text:
        if c.lower() in ALPHABET:
            shift = sign * ALPHABET.index(key[i % len(key)])
            out.append(caesar(c, shift))
            i += 1
        else:
            out.append(c)
    return ''.join(out)


def guess_shift(text):
    letters = Counter(c for c in text.lower() if c in ALPHABET)
    common = max(letters, key=lambda c: (letters[c], c))
    return (ALPHABET.index(common) - ALPHABET.index('e')) % 26


plain = 'The secret of getting ahead is getting started. Tested here, of course!'
for shift in (3, 13, -1, 26):
    hidden = caesar(plain, shift)
    print('%3d %s' % (shift, hidden))
    assert caesar(hidden, -shift) == plain
hidden = caesar(plain, 7)
print(guess_shift(hidden), caesar(hidden, -guess_shift(hidden)) == plain)
coded = vigenere(plain, 'tensor')
print(coded)
print(vigenere(coded, 'tensor', -1))
print(plain.encode('utf-8')[:10], [hex(b) for b in b'ahead'], string.digits, string.punctuation[:5])
