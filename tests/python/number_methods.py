# Methods of int, bool and float called by name, and what classes that derive from them change.
values = (5, -7, 2 ** 70, True, 2.5, -7.25)
for v in values:
    print(v, v.__abs__(), v.__neg__(), v.__pos__(), v.__bool__(), v.__int__(), v.__float__(), v.__trunc__(), v.__floor__(), v.__ceil__())
    print(' ', v.__round__(), v.__round__(1), v.__round__(-1), v.__hash__() == hash(v), v.__repr__(), v.__str__(), v.conjugate())
    print(' ', v.as_integer_ratio(), v.real, v.imag, v.__getnewargs__(), v.__format__('>8'), v.__eq__(v), v.__ne__(v))
    for other in (3, -2, True):
        print(' ', other, v.__add__(other), v.__radd__(other), v.__sub__(other), v.__rsub__(other), v.__mul__(other), v.__truediv__(other),
              v.__floordiv__(other), v.__mod__(other), v.__divmod__(other), v.__rdivmod__(other), v.__rmod__(other))
for other in (2.5, 'a', None, 1j):
    print((5).__add__(other), (5).__divmod__(other), (2.5).__add__(other) if other != 2.5 else '', (5).__mul__(other), (5).__rsub__(other))
print((6).__and__(3), (6).__or__(3), (6).__xor__(3), (6).__lshift__(3), (6).__rshift__(1), (6).__invert__(), (6).__rlshift__(1), (6).__index__())
print((6).bit_length(), (0).bit_length(), (-6).bit_length(), (255).bit_count(), (6).to_bytes(2, 'big'), int.from_bytes(b'\1\0', 'big'))
print((258).to_bytes(2, 'little'), (5).to_bytes(), int.from_bytes(b'\1\2'), (-1).to_bytes(2, 'big', signed=True))
print((2.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (-2.5).__round__(), (0.5).__round__(), (1.5).__round__())
for bad in (lambda: (5).__round__(None), lambda: (5).__round__(2.5), lambda: (2.5).__round__('a'), lambda: float('inf').__floor__(),
            lambda: float('nan').__round__(), lambda: (5).to_bytes(1, 'middle'), lambda: (5).to_bytes(-1, 'big'), lambda: (256).to_bytes(),
            lambda: int.from_bytes(5, 'big'), lambda: int.from_bytes([256], 'big'), lambda: (5).__divmod__(0), lambda: (5.0).__divmod__(0),
            lambda: float('inf').as_integer_ratio(), lambda: (5).nothing, lambda: (2.5).bit_length()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ':', e)


class Celsius(float):
    def __abs__(self):
        return Celsius(float.__abs__(self))

    def __round__(self, digits=None):
        return Celsius(float.__round__(self, digits or 0))

    def __repr__(self):
        return '%g C' % self

    def __divmod__(self, other):
        return Celsius(self // other), Celsius(self % other)


class Count(int):
    def __abs__(self):
        return 'abs of Count'

    def __floor__(self):
        return 'floor of Count'

    def __add__(self, other):
        return Count(int(self) + int(other))

    __radd__ = __add__


import math

t = Celsius(-3.75)
print(t, [t], abs(t), round(t), round(t, 1), divmod(t, 2), t + 1, type(t + 1).__name__, -t, math.floor(t))
n = Count(5)
print(n, abs(n), math.floor(n), type(n + 1).__name__, type(1 + n).__name__, type(n * 2).__name__, sum([n, n]), n == 5, hash(n) == hash(5))
