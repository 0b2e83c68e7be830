def f(x):
    return g(x) + 1


def g(x):
    y = x / 0
    return y


f(3)
