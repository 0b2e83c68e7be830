# Method resolution order: diamonds, mixins, and super() that follows the order of the instance.
class Base:
    def __init__(self):
        print('Base')

    def who(self):
        return ['Base']


class Left(Base):
    def __init__(self):
        print('Left')
        super().__init__()

    def who(self):
        return ['Left'] + super().who()


class Right(Base):
    def __init__(self):
        print('Right')
        super().__init__()

    def who(self):
        return ['Right'] + super().who()


class Bottom(Left, Right):
    def __init__(self):
        print('Bottom')
        super().__init__()

    def who(self):
        return ['Bottom'] + super().who()


b = Bottom()
print(b.who())
print([c.__name__ for c in Bottom.__mro__])
print(Bottom.mro() == list(Bottom.__mro__), Bottom.__bases__, Bottom.__base__)
print(issubclass(Bottom, Right), isinstance(b, (int, Left)), Base.__subclasses__())


class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass

try:
    class C(A, B):
        pass
except TypeError as e:
    print(e)
try:
    class D(X, X):
        pass
except TypeError as e:
    print(e)
try:
    class E(bool):
        pass
except TypeError as e:
    print(e)


# The classic example of the C3 paper.
O = object
class F(O): pass
class E(O): pass
class D(O): pass
class C(D, F): pass
class B(D, E): pass
class A(B, C): pass
print(' '.join(c.__name__ for c in A.mro()))
class B(E, D): pass
class A(B, C): pass
print(' '.join(c.__name__ for c in A.mro()))
