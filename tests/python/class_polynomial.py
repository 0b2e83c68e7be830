"""Polynomials: from and to text, arithmetic, division, derivative, Horner, roots."""


class Polynomial(object):
    def __init__(self, *coefficients):
        c = list(coefficients)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = c or [0]

    @classmethod
    def from_roots(cls, *roots):
        p = cls(1)
        for root in roots:
            p = p * cls(-root, 1)
        return p

    @property
    def degree(self):
        return len(self.c) - 1

    def __call__(self, x):
        value = 0
        for c in reversed(self.c):
            value = value * x + c
        return value

    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        pad = lambda c: c + [0] * (n - len(c))
        return Polynomial(*map(sum, zip(pad(self.c), pad(other.c))))

    def __mul__(self, other):
        out = [0] * (self.degree + other.degree + 1)
        for i, a in enumerate(self.c):
            for k, b in enumerate(other.c):
                out[i + k] += a * b
        return Polynomial(*out)

    def __divmod__(self, other):
        rest, quotient = self.c[:], [0] * max(1, self.degree - other.degree + 1)
        for i in range(self.degree - other.degree, -1, -1):
            quotient[i] = rest[i + other.degree] // other.c[-1]
            for k, b in enumerate(other.c):
                rest[i + k] -= quotient[i] * b
        return Polynomial(*quotient), Polynomial(*rest)

    def derivative(self):
        return Polynomial(*(i * c for i, c in enumerate(self.c))[1:]) if False else Polynomial(
            *[i * c for i, c in enumerate(self.c)][1:])

    def __eq__(self, other):
        return self.c == other.c

    def __str__(self):
        terms = []
        for i, c in reversed(list(enumerate(self.c))):
            if c or not self.degree:
                power = {0: '', 1: 'x'}.get(i, 'x^%d' % i)
                number = str(abs(c)) if abs(c) != 1 or not i else ''
                terms.append(('- ' if c < 0 else '+ ') + number + power)
        text = ' '.join(terms)
        return text[2:] if text.startswith('+') else '-' + text[2:]


p = Polynomial.from_roots(1, -2, 3)
q = Polynomial(-1, 0, 1)
print(p, '|', q, '|', p + q, '|', p * q, '|', Polynomial(), '|', Polynomial(0, -1))
print([p(x) for x in range(-2, 4)], p.degree, p.derivative(), p.derivative().derivative())
quotient, rest = divmod(p * q + Polynomial(5, 1), q)
print(quotient, '/', rest, quotient == p)
print(divmod(Polynomial(1), q)[1], Polynomial(1, 1) * Polynomial(1, 1) * Polynomial(1, 1))
print([x for x in range(-10, 11) if p(x) == 0], p(0.5), p(1j) if False else p(2))
