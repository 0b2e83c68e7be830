import numpy as np

# What an argument other than the default changes.
a = np.arange(6).reshape(2, 3)
for order in 'CFAK':
    print(order, a.ravel(order), a.T.ravel(order), a.T.flatten(order), np.ravel(a[:, 1:], order if order != 'K' else 'C'))
    print(a.astype('i1').tobytes(None if order == 'K' else order), a.T.astype('i1', order='C').tolist())
print(a.T.reshape(6, order='A'), a.T.reshape(6, order='F'), a.reshape(3, 2, order='A').tolist())
b = np.arange(24).reshape(2, 3, 4)
print(b.T.ravel('K')[:6], b.T.flatten('A')[:6], b.T.ravel()[:6])

x = np.arange(3)
print(np.array(x, copy=False) is x, np.array(x) is x, np.array(x, copy=False, dtype=float) is x)
print(x.astype(int, copy=False) is x, x.astype(int) is x, x.astype(float, copy=False))
y = np.array(x, copy=False)
y[0] = 7
print(x, np.array([1, 2], copy=False), np.array([1, 2], copy=True, subok=True, order='C'))

print(np.isin([1, 2, 3], [2], invert=True), np.in1d([[1, 2], [3, 4]], [2], invert=True))
print(np.isin([[1, 2], [3, 4]], [2, 3], assume_unique=True, invert=False))
print(np.iscomplexobj(np.array([1j])), np.isrealobj(np.array([1j])), np.iscomplexobj([1.0]), np.isrealobj(np.array(2)))
print(np.sort([3, 1, 2], kind='stable'), np.argsort([2, 1, 2, 1], kind='mergesort'), np.array([2, 1]).argsort(kind='quicksort'))
print(np.add([1, 2], [3, 4], casting='same_kind', order='K'), np.exp([0.0], subok=False))
print(np.corrcoef([1.0, 2.0, 4.0], [3.0, 5.0, 6.0]).round(4).tolist())
try:
    np.ravel([[1, 2], [3, 4]], order='X')
except ValueError as e:
    print(e)

# order='F': the elements lie column by column, and stay so where copies keep an order.
f = np.array([[1, 2, 3], [4, 5, 6]], order='F')
print(f.tolist(), f.strides, f.base is None, f[0].base is f, f.ravel('K'), f.ravel())
print(np.zeros((2, 3), order='F').strides, np.ones((2, 3, 4), 'f4', 'F').strides, np.full((2, 3), 7, order='F').strides)
f[0, 1] = 9
print(f, f.T.ravel(), np.array(f).strides, np.array(f, order='C').strides, np.copy(f).strides, f.copy().strides)
print(np.array(a.T).strides, np.array(a.T, dtype=float).ravel('K'), np.copy(a, 'F').strides, np.array([1, 2], order='F').strides)

before = np.seterr(all='ignore')
print(sorted(before), np.seterr(divide='warn'), np.seterr())
old = np.seterr(under='warn')
print(old, np.seterr(**old), np.seterr())
np.seterr(**before)
