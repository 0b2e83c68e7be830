"""Helper."""
print('loading helper')
_hidden = 1
def double(x):
    return x * 2

def fail(x):
    return 1 / x
