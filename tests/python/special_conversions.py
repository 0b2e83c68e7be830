# Conversions through special methods: __int__, __float__, __index__, __bool__, __str__, __format__ …
import math


class Num:
    def __int__(self):
        return 42

    def __float__(self):
        return 2.5

    def __index__(self):
        return 3

    def __bool__(self):
        return False

    def __str__(self):
        return 'str of Num'

    def __repr__(self):
        return 'repr of Num'

    def __format__(self, spec):
        return 'format<%s>' % spec

    def __hash__(self):
        return 99

    def __round__(self, n=None):
        return ('round', n)

    def __trunc__(self):
        return 'trunc'

    def __floor__(self):
        return 'floor'

    def __ceil__(self):
        return 'ceil'

    def __bytes__(self):
        return b'bytes of Num'

    def __abs__(self):
        return 'abs'

    def __neg__(self):
        return 'neg'


n = Num()
print(int(n), float(n), [10, 20, 30, 40][n], bin(n), hex(n), range(n), 'ab' * n, bool(n), not n)
print(str(n), repr(n), n, [n], {n: n}, '%s|%r|%d|%f' % (n, n, n, n))
print(format(n), format(n, '>10'), f'{n}', f'{n:x}', f'{n!r:>15}', f'{n!s}', '{:abc} {!r}'.format(n, n))
print(hash(n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n), bytes(n), abs(n), -n)
print('yes' if n else 'no', n or 'other', n and 1, [1, 2, 3, 4, 5][n:], chr(Num() .__index__() + 62))
print(math.sqrt(n), max(range(n)), list(range(n, 5)), slice(n).indices(2), divmod(7, n.__index__()))


class Bad:
    def __init__(self, v):
        self.v = v

    def __int__(self):
        return self.v

    def __float__(self):
        return self.v

    def __index__(self):
        return self.v

    def __bool__(self):
        return self.v

    def __str__(self):
        return self.v

    def __repr__(self):
        return self.v

    def __format__(self, spec):
        return self.v

    def __hash__(self):
        return self.v

    def __len__(self):
        return self.v

    def __iter__(self):
        return self.v

    def __contains__(self, x):
        return self.v


b = Bad(None)
for f in (int, float, bool, str, repr, format, hash, len, iter, list, lambda v: [1][v], lambda v: range(v),
          lambda v: 'x' if v else 'y', lambda v: '%s' % v, lambda v: '%r' % v, lambda v: f'{v}', bin,
          lambda v: 1 in v, lambda v: {v: 1}, lambda v: print(v), lambda v: '%d' % v):
    try:
        print(f(b))
    except TypeError as e:
        print(e)
print(1 in Bad('nonempty'), bool(Bad(True)), str(Bad('s')))


class LenOnly:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(LenOnly(0)), bool(LenOnly(2)), [x for x in (LenOnly(0), LenOnly(1)) if x] != [])


class ReprOnly:
    def __repr__(self):
        return 'R'


class StrOnly:
    def __str__(self):
        return 'S'


print(ReprOnly(), str(ReprOnly()), [ReprOnly()], StrOnly(), '<' + repr(StrOnly())[:19])
