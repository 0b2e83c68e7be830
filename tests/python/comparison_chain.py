# Equality and order between kinds; identity.
values = [0, 0.0, False, '', 'a', None, (), [], {}, set(), 1, 1.0, True, (1,), [1], 'b', b'', b'a', frozenset(), range(0)]
for i, a in enumerate(values):
    print(''.join('=' if a == b else '.' for b in values), repr(a), bool(a), [j for j, b in enumerate(values) if b in [a]])
def order(a, b):
    try:
        return a < b, a <= b, a > b, a >= b
    except TypeError as e:
        return str(e)
for a, b in ((1, 2.5), ('a', 'b'), ((1, 'a'), (1, 'b')), ([1], [1, 2]), ({1}, {1, 2}), (1, 'a'), (None, None), ((1,), [1]), ({}, {}), (True, 2), ('a', b'a'), (1, None), ([1, None], [1, 2])):
    print(a, b, order(a, b))
print(1 < 2 < 3, 1 < 3 < 2, 'a' < 'b' < 'c', 1 == 1.0 == True, not 1, not '', 1 and 2, 0 or 'x', None is None, 1 is not None, [] is not [], 3 in (1, 2, 3), 'a' not in 'bcd')
class Eq:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return isinstance(o, Eq) and self.v == o.v
    def __hash__(self):
        return 7
print(Eq(1) == Eq(1), Eq(1) != Eq(2), Eq(1) in [Eq(2), Eq(1)], [Eq(1)] == [Eq(1)], {Eq(1): 'x'}[Eq(1)], (Eq(1), 2) == (Eq(1), 2), len({Eq(1), Eq(1), Eq(2)}), [Eq(3)].index(Eq(3)), Eq(1) == 1)
nan = float('nan')
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan], (nan,) == (nan,))
