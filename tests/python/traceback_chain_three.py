def a():
    try:
        {}['a']
    except KeyError:
        b()


def b():
    try:
        [][1]
    except IndexError:
        None.x


a()
