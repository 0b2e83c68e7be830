# A failed assertion with a message that is computed.
def check(shape, expected):
    assert len(shape) == len(expected), 'rank %d, expected %d' % (len(shape), len(expected))
    for i, (a, b) in enumerate(zip(shape, expected)):
        assert a == b or b is None, f'dimension {i}: {a} != {b}'


check([2, 3], [2, None])
print('first is fine')
check([2, 3, 4], [2, 3, 5])
