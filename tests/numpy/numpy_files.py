# Arrays from bytes and text: the format of .npy, tables, buffers.
import io
import numpy as np


def npy(array, descr, fortran=False, shape=None):
    header = "{'descr': %r, 'fortran_order': %r, 'shape': %r, }" % (descr, fortran, shape or array.shape)
    header += ' ' * (117 - len(header)) + '\n'
    return b'\x93NUMPY\x01\x00' + bytes([len(header), 0]) + header.encode('ascii') + array.tobytes()


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a = np.arange(6.).reshape(2, 3)
show(lambda: np.load(io.BytesIO(npy(a, '<f8'))))
show(lambda: np.load(io.BytesIO(npy(a.T, '<f8', True, (2, 3)))))
show(lambda: np.load(io.BytesIO(npy(np.array([1, -2], np.int8), '|i1'))))
show(lambda: np.load(io.BytesIO(npy(np.array(5.5), '<f8'))))
show(lambda: np.load(io.BytesIO(npy(np.array([True, False]), '|b1'))))
show(lambda: np.loadtxt(['1 2', '3 4']))
show(lambda: np.loadtxt(io.StringIO('# head\n1,2,3\n\n4,5,6 # end\n'), delimiter=','))
show(lambda: np.loadtxt(['1,2,3', '4,5,6'], delimiter=',', usecols=(0, 2), unpack=True))
show(lambda: np.loadtxt(['1,2,3', '4,5,6'], delimiter=',', dtype=int, skiprows=1))
show(lambda: np.loadtxt(['a b', 'c d'], dtype=str))
show(lambda: np.loadtxt(['1 2', '3 x']))
show(lambda: np.loadtxt(['1 2', '3']))
show(lambda: np.genfromtxt(['1,,3', '4,5,6'], delimiter=','))
show(lambda: np.fromstring('1 2 3', sep=' '))
show(lambda: np.frombuffer(b'\x01\x02\x03\x04', dtype=np.uint8))
show(lambda: np.frombuffer(b'\x01\x02\x03\x04', dtype='<i2', offset=2))
show(lambda: np.frombuffer(b'\x01\x02\x03', dtype='<i2'))
show(lambda: np.arange(3, dtype='int16').tobytes())
