# Three errors, each while the one before was handled, across functions.
def first():
    return int('one')


def second():
    try:
        return first()
    except ValueError:
        return {}['two']


def third():
    try:
        return second()
    except KeyError as e:
        raise RuntimeError('three') from e


try:
    third()
except RuntimeError as e:
    print(repr(e.__cause__), repr(e.__cause__.__context__))
third()
