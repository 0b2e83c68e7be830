# What numpy says about indices and assignment.
import numpy as np

a = np.arange(12).reshape(3, 4)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)


def put(key, value):
    b = a.copy()
    b[key] = value
    return b


attempt(lambda: a[3])
attempt(lambda: a[0, 4])
attempt(lambda: a[0, 0, 0])
attempt(lambda: a['x'])
attempt(lambda: a[1.0])
attempt(lambda: a[[0, 5]])
attempt(lambda: a[[True, False]])
attempt(lambda: a[np.array([0.5])])
attempt(lambda: a[[0, 1], [0, 1, 2]])
attempt(lambda: a[..., ...])
attempt(lambda: put(0, [1, 2]))
attempt(lambda: put((0, 0), [1, 2]))
attempt(lambda: put(a > 5, [1, 2]))
attempt(lambda: put(slice(0, 2), np.zeros((3, 4))))
attempt(lambda: put(0, 'text'))
attempt(lambda: bool(a))
attempt(lambda: int(a))
attempt(lambda: a.item())
attempt(lambda: a.foo)
attempt(lambda: len(np.float64(3)))
attempt(lambda: [x for x in np.array(5)])
attempt(lambda: hash(a))
attempt(lambda: {a: 1})
attempt(lambda: a in [1, a])
