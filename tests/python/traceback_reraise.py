class Own(Exception):
    pass


def f():
    try:
        g()
    except Own:
        print('seen')
        raise


def g():
    try:
        raise Own('mine')
    finally:
        print('finally')


f()
