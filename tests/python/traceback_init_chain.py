# Constructors that call each other, the innermost one fails.
class Base:
    def __init__(self, n):
        self.root = n ** 0.5 if n >= 0 else self.fail(n)

    def fail(self, n):
        raise ValueError('negative: {}'.format(n))


class Middle(Base):
    def __init__(self, n, scale=1):
        super().__init__(n * scale)


class Top(Middle):
    def __init__(self, values):
        self.parts = [Middle(v, scale=2) for v in values]
        super(Top, self).__init__(values[0])


print(len(Top([1, 4, 9]).parts))
Top([1, -4])
