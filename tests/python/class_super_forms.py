# super() without arguments, with arguments, of class methods, of static methods, as a value.
class A:
    tag = 'A'

    def f(self, x=1):
        return ('A.f', x)

    @classmethod
    def make(cls, *args):
        return (cls.__name__, args)

    @staticmethod
    def s():
        return 'A.s'

    @property
    def p(self):
        return 'A.p'

    def __getitem__(self, k):
        return ('A', k)


class B(A):
    tag = 'B'

    def f(self, x=2):
        return ('B.f', super().f(x), super(B, self).f(x=x + 1))

    @classmethod
    def make(cls, *args):
        return super().make('B', *args)

    @staticmethod
    def s():
        return super(B, B).s() + '!'

    @property
    def p(self):
        return 'B' + super().p

    def __getitem__(self, k):
        return super().__getitem__(k + 1)

    def tags(self):
        return self.tag, super().tag, super(B, self).tag

    def nested(self):
        def inner():
            return super(B, self).f(9)
        return inner(), (lambda: super(B, self).f(8))(), [super(B, self).f(i) for i in range(2)]


b = B()
print(b.f(), B.make(1, 2), b.make(3), B.s(), b.p, b[10], b.tags())
print(b.nested())
s = super(B, b)
print(s.f(5), s.__thisclass__, s.__self_class__, s.__self__ is b)
print(super(B, B).f(b, 7))
try:
    super(B, 1)
except TypeError as e:
    print(e)
try:
    super(B, b).nothing
except AttributeError as e:
    print(e)


def outside():
    return super().f()


try:
    outside()
except RuntimeError as e:
    print(e)


class Cls(B):
    def f(self):
        return __class__, __class__.__name__


print(Cls().f())
