"""Splitting a bill fairly: shares in cents, who pays whom, the fewest transfers by greed."""
PAID = {'ann': 4700, 'bob': 0, 'cid': 1250, 'dee': 3051}


def settle(paid):
    share, rest = divmod(sum(paid.values()), len(paid))
    balance = {}
    for i, name in enumerate(sorted(paid)):
        balance[name] = paid[name] - share - (i < rest)
    transfers = []
    while any(balance.values()):
        debtor = min(sorted(balance), key=balance.get)
        creditor = max(sorted(balance), key=balance.get)
        amount = min(-balance[debtor], balance[creditor])
        balance[debtor] += amount
        balance[creditor] -= amount
        transfers.append((debtor, creditor, amount))
    return share, rest, transfers


share, rest, transfers = settle(PAID)
print('%.2f each, %d cents over' % (share / 100.0, rest))
for debtor, creditor, amount in transfers:
    print('{} -> {}: {:>6.2f}'.format(debtor, creditor, amount / 100))
print(len(transfers) < len(PAID), settle({'a': 1}), settle(dict.fromkeys('xyz', 5)))
print(sum(a for _, _, a in transfers))
