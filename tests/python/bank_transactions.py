"""Transfers between accounts that happen as a whole or not at all."""
from contextlib import contextmanager


class Bank(dict):
    @contextmanager
    def transaction(self):
        before = dict(self)
        try:
            yield self
        except Exception as error:
            self.clear()
            self.update(before)
            print('rolled back:', error)
        else:
            print('committed')

    def move(self, source, target, amount):
        self[source] -= amount
        if self[source] < 0:
            raise ValueError('%s would have %d' % (source, self[source]))
        self[target] += amount


bank = Bank(ann=100, bob=50, eve=0)
with bank.transaction():
    bank.move('ann', 'bob', 70)
print(sorted(bank.items()))
with bank.transaction() as t:
    t.move('bob', 'eve', 100)
    t.move('ann', 'eve', 31)
print(sorted(bank.items()))
with bank.transaction():
    bank.move('bob', 'nobody', 1)
print(sorted(bank.items()), sum(bank.values()))

total = 0
for line in '''ann  bob 5
bob ann 10

# a comment
eve ann 1
'''.splitlines():
    line = line.split('#')[0].strip()
    if not line:
        continue
    source, target, amount = line.split()
    with bank.transaction():
        bank.move(source, target, int(amount))
        total += int(amount)
print(bank, total)
