def f(a, b):
    return a


class C:
    def m(self):
        return f(1)


C().m()
