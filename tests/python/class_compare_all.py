# Rich comparison: reflection, subclasses first, defaults, chains, results that are no bools.
class V:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return 'V(%r)' % self.x

    def __eq__(self, o):
        print('eq', self, o)
        return self.x == o.x if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        print('lt', self, o)
        return self.x < o.x if isinstance(o, V) else NotImplemented

    def __le__(self, o):
        print('le', self, o)
        return self.x <= o.x if isinstance(o, V) else NotImplemented


a, b = V(1), V(2)
print(a == b, a != b, a < b, a > b, a <= b, a >= b)
print(a == 1, 1 == a, a != 1, None == a)
for f in (lambda: a < 1, lambda: 1 < a, lambda: a >= 'x'):
    try:
        f()
    except TypeError as e:
        print(e)
print(a < b < V(3), b < a < V(0))
print(sorted([V(3), V(1), V(2)]), max(V(1), V(5)), min([V(4), V(2)]))
print(V(1) in [V(0), V(1)], [V(1)] == [V(1)], (V(1), 2) < (V(1), 3))
try:
    hash(a)
except TypeError as e:
    print(e)


class Sub(V):
    def __gt__(self, o):
        print('Sub gt')
        return True


print(a < Sub(0))          # the subclass's reflected method is asked first


class Expr:
    def __init__(self, text):
        self.text = text

    def __lt__(self, o):
        return Expr('(%s < %s)' % (self.text, o))

    def __gt__(self, o):
        return Expr('(%s > %s)' % (self.text, o))

    def __eq__(self, o):
        return Expr('(%s == %s)' % (self.text, o))

    def __bool__(self):
        print('bool of', self.text)
        return True


e = (Expr('a') < 5)
print(e.text, (Expr('a') == 'b').text, (7 < Expr('q')).text, (1 < Expr('m') < 3).text)
print([Expr('z')].index(4), [Expr('z')].count(9))


class Plain:
    pass


p, q = Plain(), Plain()
print(p == p, p == q, p != q, p != p, hash(p) == hash(p), p in [q], p in [q, p])
try:
    p < q
except TypeError as e:
    print(e)


class OnlyNe:
    def __ne__(self, o):
        return 'ne!'


print(OnlyNe() != 1, OnlyNe() == 1, 1 != OnlyNe())
