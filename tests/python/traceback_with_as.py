# An error in __exit__ and the one in the body: both are told.
class Door:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.lock()

    def lock(self):
        raise RuntimeError('stuck')


def enter():
    with Door() as d:
        print('inside', type(d).__name__)
        {}['key']


enter()
