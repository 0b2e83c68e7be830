# In a class body, within a nested class, and a decorator that fails.
def checked(cls):
    if not hasattr(cls, 'name'):
        raise TypeError('%s has no name' % cls.__name__)
    return cls


@checked
class Fine:
    name = 'fine'


class Outer:
    limit = 10

    @checked
    class Inner:
        size = 3
