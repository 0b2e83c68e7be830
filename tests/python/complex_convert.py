# complex(...) from numbers and text, and what complex numbers refuse.
import math

print(complex('1+2j'), complex(' ( -1.5e3-2j ) '), complex('j'), complex('-j'), complex('3'), complex('1e5j'))
print(complex('nan+infj'), complex('-inf'), complex('1_0+2_0j'), complex('.5-.5J'), complex('5.j'))
print(complex(1, 2), complex(1j, 2j), complex(1 + 2j, 3), complex(), complex(imag=2), complex(real=1.5), complex(True))


class Both:
    def __complex__(self):
        return 5j


class Real:
    def __float__(self):
        return 2.5


class Whole:
    def __index__(self):
        return 7


print(complex(Both()), complex(Real()), complex(Whole()), complex(Real(), Real()))
z = 3 + 4j
for text in ['', '1+', '1 + 2j', 'a', '1+2', '(1+2j', '1j+2', '+-1j', '1+2jj', '+', '1__0']:
    try:
        print(complex(text))
    except ValueError as e:
        print(repr(text), e)
cases = [
    lambda: z < 1, lambda: 1 >= z, lambda: z // 2, lambda: z % 2, lambda: divmod(z, 2), lambda: ~z, lambda: z << 1,
    lambda: int(z), lambda: float(z), lambda: round(z), lambda: math.sqrt(z), lambda: math.floor(z), lambda: '%d' % z,
    lambda: '%f' % z, lambda: z / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: 0 ** (1 + 1j), lambda: z + 'a',
    lambda: sorted([1j, 2]), lambda: max(1j, 2), lambda: complex('1', 2), lambda: complex(1, '2'), lambda: complex([]),
    lambda: complex(1, []), lambda: complex(None), lambda: [1, 2][z], lambda: range(z), lambda: 10 ** 400 + 1j,
    lambda: (1e200 + 1e200j) ** 2, lambda: abs(1e308 + 1.7e308j), lambda: pow(1j, 2, 3), lambda: 'a' * z, lambda: z.foo,
    lambda: '{:05}'.format(z), lambda: '{:=10}'.format(z), lambda: '{:d}'.format(z), lambda: '{:s}'.format(z),
    lambda: '{:%}'.format(z), lambda: complex(Both(), Both()), lambda: chr(z),
]
for case in cases:
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__ + ':', e)
