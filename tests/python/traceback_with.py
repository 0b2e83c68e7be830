class C:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print('exit', kind.__name__, value, tb is not None)
        return False


with C():
    with C() as c:
        x = [1, 2][5]
