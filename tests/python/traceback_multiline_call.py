# The error is in one argument of a call that is written over several lines.
def layer(name,
          units,
          activation=None):
    return (name,
            units // activation)


print(layer('a', 4, 2))
result = layer(
    name='hidden',
    units=len('eight'),
    activation=int(
        '0'))
