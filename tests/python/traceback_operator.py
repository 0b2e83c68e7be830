# In operators, comparisons and conversions of one's own.
class Tensor:
    def __init__(self, shape):
        self.shape = shape

    def __matmul__(self, other):
        if self.shape[-1] != other.shape[0]:
            raise ValueError('shapes %s and %s not aligned' % (self.shape, other.shape))
        return Tensor(self.shape[:-1] + other.shape[1:])

    def __lt__(self, other):
        return self.shape < other.dimensions


a, b = Tensor((2, 3)), Tensor((3, 4))
print((a @ b).shape)
try:
    b @ a
except ValueError as e:
    print(e)
print(sorted([a, b], key=lambda t: t.shape)[0] is a)
print(sorted([a, b]))
