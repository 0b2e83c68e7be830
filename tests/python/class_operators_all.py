# Every arithmetic operator, its reflected and its in-place form, tells who was asked.
names = ('add sub mul truediv floordiv mod pow matmul lshift rshift and or xor divmod').split()


def recorder(name):
    def method(self, *args):
        return '%s(%s)' % (name, ', '.join([self.tag] + [getattr(a, 'tag', repr(a)) for a in args]))
    return method


class Left:
    def __init__(self, tag):
        self.tag = tag


class Right(Left):
    pass


for n in names:
    setattr(Left, '__%s__' % n, recorder('L.' + n))
    setattr(Left, '__r%s__' % n, recorder('L.r' + n))
for n in ('neg', 'pos', 'invert', 'abs'):
    setattr(Left, '__%s__' % n, recorder(n))

a, b = Left('a'), Left('b')
for x, y in ((a, b), (a, 1), (1, a)):
    print(x + y, x - y, x * y, x / y, x // y, x % y, x ** y, x @ y)
    print(x << y, x >> y, x & y, x | y, x ^ y, divmod(x, y))
print(-a, +a, ~a, abs(a), pow(a, 2), pow(a, 2, 5), pow(2, a))

r = Right('r')
print(a + r, r + a)       # a subclass that does not override is not asked first
Right.__radd__ = recorder('R.radd')
print(a + r, r + a)       # one that does, is


class Acc:
    def __init__(self, items):
        self.items = items

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __imul__(self, n):
        return Acc(self.items * n)

    def __ipow__(self, n):
        return 'powered %d' % n

    def __ior__(self, o):
        return NotImplemented


x = y = Acc([1])
x += 5
print(x is y, x.items)
x *= 2
print(x is y, x.items, y.items)
y **= 3
print(y)
for op in ('x |= 1', 'x @= 2', 'x -= 1', 'x >>= 1'):
    try:
        exec_ = {'x |= 1': lambda v: v.__ior__(1)}.get(op)
        if exec_:
            print(exec_(x))
            x |= 1
        elif '@' in op:
            x @= 2
        elif '-' in op:
            x -= 1
        else:
            x >>= 1
    except TypeError as e:
        print(e)


class No:
    def __add__(self, o):
        print('No.add')
        return NotImplemented

    def __radd__(self, o):
        print('No.radd')
        return NotImplemented


for f in (lambda: No() + 1, lambda: 1 + No(), lambda: No() + No(), lambda: 'a' + No(), lambda: [] + No()):
    try:
        f()
    except TypeError as e:
        print(e)
