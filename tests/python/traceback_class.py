class A:
    def __init__(self, v):
        self.v = self.check(v)

    def check(self, v):
        if v < 0:
            raise ValueError('negative: %d' % v)
        return v

    @property
    def half(self):
        return self.nothing


class B:
    a = A(1)
    print([A(n).v for n in (1, 2)])


try:
    A(-1)
except ValueError as e:
    print(e)
A(4).half
