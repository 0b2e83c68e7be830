# bool is an int: arithmetic, indexing, counting, text; truth of everything else.
print(True + True, True * 5, False - 1, True / 2, True // 1, -True, +False, ~True, True ** False, True << 3, sum([True, False, True]), 10 * True)
print(True & False, True | False, True ^ True, True & 1, 1 & True, True | 2, type(True & True), type(True & 1), type(True + 0), type(-True))
print(str(True), repr(False), '%d %s %r %5s|' % (True, True, False, True), f'{True} {True:d} {True:5} {False:>6}|', format(True, 's') if False else format(True), '{:.1f}'.format(True))
print(['no', 'yes'][True], ('a', 'b')[False], 'ab'[True], [1, 2, 3][True:], range(True, 5)[True], 'x' * True, [0] * False)
print(True == 1, False == 0, True is 1 if False else '', True < 2, True > 0.5, hash(True) == hash(1), {True: 'a', 1: 'b'}, [1, True, 1.0].count(True), {0, False, 0.0})
print(isinstance(True, int), isinstance(1, bool), issubclass(bool, int), bool.__mro__[1].__name__, int(True), float(False), complex(True), bool('False'), bool(''), bool('0'))
for v in (0, 1, -1, 0.0, 0.1, float('nan'), '', ' ', [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, range(0), range(1), b'', b'\0', 0j, 1j, object, len, Ellipsis, NotImplementedError):
    print(bool(v), not v, 'T' if v else 'F', end=' | ')
print()


class Empty:
    def __len__(self):
        return 0


class Full(Empty):
    def __bool__(self):
        return True


class Loud:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print('asked', self.value, end='; ')
        return self.value


print(bool(Empty()), bool(Full()), bool(object()), [] and 1, [] or 'default', 0 or None or 'last', 1 and 2 and 3, not [] and 'x', None is not False)
print((Loud(True) and Loud(False)).value, (Loud(False) or Loud(True)).value, not Loud(True), any([Loud(False), Loud(True), Loud(True)]), all([Loud(True), Loud(False), Loud(True)]))
print(any([]), all([]), any([0, '', None]), all([1, 'a', [0]]), any(x > 2 for x in range(5)), all(x > 2 for x in range(5)))


class Wrong:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


for bad in (Wrong, Negative):
    try:
        print(bool(bad()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
votes = {'ann': True, 'bob': False, 'cid': True}
print(sum(votes.values()), sum(votes.values()) / len(votes), sorted(votes, key=votes.get), max(votes.values()), list(map(int, votes.values())))
print([x for x in range(10) if (x % 2 == 0) == (x > 4)], [a ^ b for a in (False, True) for b in (False, True)], [a != b for a in (0, 1) for b in (0, 1)])
try:
    class Mine(bool):
        pass
except TypeError as e:
    print(e)
