"""The bank account of every course: deposits, limits, interest, a history."""


class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super(InsufficientFunds, self).__init__('%.2f is less than %.2f' % (balance, amount))
        self.missing = amount - balance


class Account(object):
    count = 0

    def __init__(self, owner, balance=0.0):
        Account.count += 1
        self.number = 'A%03d' % Account.count
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('a deposit must be positive')
        self._balance += amount
        self.history.append(('deposit', amount))
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self._balance, amount)
        self._balance -= amount
        self.history.append(('withdraw', amount))
        return self

    def __repr__(self):
        return '<%s %s %s %.2f>' % (type(self).__name__, self.number, self.owner, self.balance)


class Savings(Account):
    rate = 0.03

    def add_interest(self):
        return self.deposit(round(self.balance * self.rate, 2))

    def withdraw(self, amount):
        if amount > 500:
            raise PermissionError('at most 500 at once')
        return super(Savings, self).withdraw(amount)


ann, bob = Account('Ann'), Savings('Bob', 1000)
ann.deposit(100).withdraw(30.25).deposit(0.75)
bob.add_interest().withdraw(200)
print(ann, bob, sep='\n')
for call in (lambda: ann.withdraw(1000), lambda: bob.withdraw(501), lambda: ann.deposit(-1),
             lambda: setattr(ann, 'balance', 10 ** 6)):
    try:
        call()
    except (InsufficientFunds, PermissionError, ValueError) as e:
        print(type(e).__name__, '-', e, getattr(e, 'missing', ''))
    except AttributeError as e:
        print('AttributeError')
print(ann.history, Account.count, Savings.__mro__[1] is Account)
print(sum(a for kind, a in bob.history if kind == 'deposit'))
