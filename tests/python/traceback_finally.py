# finally runs on the way out and prints; what it raises itself hides nothing.
def work():
    try:
        step(0)
    finally:
        print('cleaning up')
        step(1)


def step(n):
    print('step', n)
    return [10, 20][n:][1]


work()
