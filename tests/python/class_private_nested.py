# Name mangling, nested classes, class attributes shared and shadowed, methods as values, __class__.
class Account:
    interest = 0.02
    accounts = []

    class Error(Exception):
        class Code:
            LOW = 1

    def __init__(self, owner):
        self.__balance = 0
        self.owner = owner
        self.accounts.append(owner)

    def __secret(self):
        return 'secret of ' + self.owner

    def deposit(self, n):
        self.__balance += n
        return self

    def peek(self):
        return self.__balance, self.__secret(), [self.__balance for _ in range(1)], (lambda: self.__balance)()

    def __dunder__(self):
        return 'dunder'


a, b = Account('Ann'), Account('Bo')
a.deposit(5).deposit(6)
print(a.peek(), b.peek()[0], sorted(vars(a)), a._Account__balance, a._Account__secret(), a.__dunder__())
try:
    a.__balance
except AttributeError as e:
    print(e)
a.__balance = 'fresh'
print(sorted(a.__dict__), Account.accounts is a.accounts, a.accounts)
a.interest = 0.05
print(a.interest, b.interest, Account.interest, 'interest' in vars(a), 'interest' in vars(b))
Account.interest += 1
print(a.interest, b.interest)
del a.interest
print(a.interest)
b.accounts = ['own']
print(Account.accounts, b.accounts)
try:
    raise Account.Error('low')
except Account.Error as e:
    print(repr(e), type(e).__qualname__, Account.Error.Code.LOW, Account.Error.Code)


class Sub(Account):
    def __init__(self):
        super().__init__('Sub')
        self.__balance = 'sub'

    def both(self):
        return self.__balance, self._Account__balance


s = Sub()
print(s.both(), s.peek()[0])
m = a.deposit
m(100)
print(a.peek()[0], Account.deposit(a, 1) is a, m.__self__ is a, m.__func__ is Account.deposit, m == a.deposit, m is a.deposit)
print(m.__name__, Account.deposit.__qualname__, type(m), type(Account.deposit), a.__class__, a.__class__.__name__)


def late(self):
    return 'late ' + self.owner


Account.late = late
a.only = lambda: 'not bound'
print(a.late(), b.late(), a.only(), hasattr(b, 'only'))
print(type(a), isinstance(a, Sub), isinstance(s, Account), a.peek()[0])


class Meta:
    def __init__(self):
        self.method = self.method

    def method(self):
        return 'bound'


print(Meta().method())


class Counter:
    total = 0

    def __init__(self):
        type(self).total += 1
        self.id = self.total


[Counter() for _ in range(3)]
print(Counter.total, Counter().id, Counter.__dict__['total'], Counter.__name__, Counter.__module__)


class Doc:
    """Doc of the class."""

    def f(self):
        "doc of f"
        return self.f.__doc__


print(Doc.__doc__, Doc().f(), Doc.f.__doc__, Account.__doc__)


class Empty: pass


e = Empty()
e.x = e.y = 1
e.self = e
print(sorted(e.__dict__), e.self.self is e, Empty().__dict__)
print(isinstance(Empty, type), isinstance(e, object), type(Empty), type(type), issubclass(Empty, object))
