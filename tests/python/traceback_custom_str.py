# Classes of errors with their own __str__, several arguments, and no message at all.
class ShapeError(ValueError):
    def __init__(self, got, wanted):
        super().__init__(got, wanted)
        self.got, self.wanted = got, wanted

    def __str__(self):
        return 'got %s, wanted %s' % (self.got, self.wanted)


class Silent(Exception):
    pass


try:
    raise Silent
except Silent as e:
    print(repr(e), [str(e)])
try:
    raise ShapeError((2,), (3,))
except ValueError as e:
    print(e)
    raise Silent() from e
