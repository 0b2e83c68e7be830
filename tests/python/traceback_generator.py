def g():
    yield 1
    raise KeyError('in generator')


def use():
    for x in g():
        print(x)


use()
