# Made by generate.py 5077 30.
import numpy as np

np.seterr(all='ignore')


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


a0 = np.arange(12).astype('float32').reshape((12,))
a1 = np.arange(1).astype('float16').reshape(())
a2 = np.arange(24).astype('float16').reshape((2, 3, 4))
a3 = np.array([np.inf, 3074, -0.093, 1, np.inf], 'float16').reshape((5,))
a4 = np.array([39, -8, 41, -45], 'int64').reshape((4,))
a5 = np.arange(6).astype('int16').reshape((2, 3))
def f():
    b = a2.copy()
    v = b.ravel()
    v[...] = 100
    return b, v
show(f)
def f():
    b = a2.copy()
    b *= np.pad(a1, 1)
    return b
show(f)
show(lambda: a5)
show(lambda: np.histogram(np.signbit(np.intersect1d(a2, a3)), bins=3, range=(0, 5))[0])
show(lambda: (-np.isin(a5, [0, 1, 3])[..., :, np.array([1, 0, 1])]))
show(lambda: np.sign(np.argmin(a3[::2, -1, :3], axis=None)))
def f():
    b = a2.copy()
    b += np.uint8(200)
    return b
show(f)
show(lambda: a5)
def f():
    b = a1.copy()
    b[:] = True
    return b
show(f)
def f():
    b = a4.copy()
    v = b[1:]
    v[...] = 100
    return b, v
show(f)
show(lambda: (np.clip(np.nan_to_num((a4 - a1)), -100, 100).astype('int16') != np.take(np.minimum(a2, a4), [0, 1])))
show(lambda: np.argmax(a3.all(axis=0).mean(axis=(0, 1))))
show(lambda: a0[a0 > 0])
def f():
    b = a3.copy()
    v = b[0]
    v[...] = 3
    return b, v
show(f)
show(lambda: np.diff(a2))
show(lambda: np.lcm(np.clip((a5 ^ a3), -0.5, 0.5), np.prod(a3, axis=2)))
show(lambda: a3[2:2, ...])
show(lambda: a4[[True, False, True], [0, -1]][0:2][[True, False, True], -1:])
show(lambda: a0.sum(axis=2))
def f():
    b = a0.copy()
    v = b[0]
    v[...] = np.inf
    return b, v
show(f)
show(lambda: a0)
show(lambda: list(a5))
show(lambda: np.clip(np.nan_to_num(a0), -100, 100).astype('int64'))
show(lambda: np.delete((np.expand_dims(a2, 0) - np.stack([a3, a3])), 0))
show(lambda: a0)
show(lambda: a0)
show(lambda: np.var(a5, axis=1))
show(lambda: len(np.sort(np.max(a0))))
show(lambda: a1)
show(lambda: (np.fmod(np.unique(a2), np.ravel(a4)) - np.uint8(200)))
