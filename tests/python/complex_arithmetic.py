# complex numbers: operators, comparison, hash, methods, text.
z = 3 + 4j
print(z, -z, +z, z.real, z.imag, abs(z), z.conjugate())
print(z * 2, 2 * z, z + 1.5, 1 - z, z / 2, 1 / z, z * z, z / (1 - 2j))
print(z ** 2, z ** -1, z ** 0.5, 2 ** z, z ** z, z ** 0, 0j ** 0, 0j ** 2, z ** 101, z ** 2.5)
print((-8) ** 0.5, (-8) ** (1 / 3), (-2.5) ** 1.5, (-1) ** 0.5)
print(z == 3 + 4j, z != 3, complex(3) == 3, 3 == complex(3), 2 ** 70 == complex(2 ** 70), 1j == 1, 'a' == 1j)
print(hash(3 + 4j), hash(3 + 0j) == hash(3), hash(1j), hash(0.5j), {1: 'x'}[1 + 0j], {1, 1.0, 1 + 0j})
print(bool(0j), bool(1j), not 1j, isinstance(1j, complex), type(1j), isinstance(1, complex))
print(1j, -1j, 0j, -0j, 1e20j, 1.5e-7 + 2j, (1 + 0j), complex(0, -0.0), complex(-0.0, 1), 1j * 1j)
print(complex(float('nan'), float('inf')), complex(1, float('-inf')), [1j, 2 - 3j], {1j: 'a'}, (1j,))
print(1j.imag, 2.5J, 1_0j, 1e3j, .5j, sum([1j, 2, 3.5]), str(1j), repr(1 + 1j))
print('%s' % z, f'{z}', '{!r}'.format(z), '{:.2f}'.format(z), '{:10}'.format(1j))
print('{:>20}|{:<20}|{:^20}|'.format(z, z, z), f'{z:+.1e}', f'{z:.3}', f'{1j:.3}', f'{3.14159+2.5j:g}')
print(f'{z:,.2f}', f'{1234567.5-2j:,}', '{:20.2f}|'.format(z), f'{1j:+}', f'{-1j:f}')
print((1 + 2j).__add__(1), (1 + 2j).__mul__(2j), (1 + 2j).__abs__(), (1j).__eq__(1j))

x = 1
x += 2j
x *= x
x -= 1
x /= 2j
x **= 2
print(x)


class Polar(complex):
    def __repr__(self):
        return '%.2f at %.2f' % (abs(self), self.imag)


p = Polar(3, 4)
print(p, [p], p + 1, type(p + 1), p == 3 + 4j)
