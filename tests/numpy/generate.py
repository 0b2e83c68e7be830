#!/usr/bin/env python3
"""generate.py SEED [LINES]: prints a random program about arrays. It ends always, and prints the same
everywhere: functions whose last digit depends on the machine are left out."""
import random
import sys

DTYPES = ['int64', 'int64', 'float64', 'float64', 'float64', 'float32', 'float32', 'int32', 'uint8',
          'int8', 'bool', 'float16', 'int16', 'uint16', 'uint32', 'uint64']
SHAPES = [(), (1,), (2,), (3,), (3,), (4,), (0,), (2, 3), (2, 3), (3, 3), (3, 1), (1, 3), (3, 4), (4, 3),
          (2, 3, 4), (2, 1, 3), (1,), (5,), (12,), (2, 2, 2)]
UNARY = ['np.abs', 'np.square', 'np.sign', 'np.floor', 'np.ceil', 'np.rint', 'np.trunc', 'np.negative',
         'np.isnan', 'np.isfinite', 'np.logical_not', 'np.sqrt', 'np.isinf', 'np.signbit', 'np.fabs',
         '-', '+', '~', 'abs', 'np.positive', 'np.degrees']
BINARY = ['np.maximum', 'np.minimum', 'np.fmod', 'np.logical_and', 'np.logical_or', 'np.logical_xor',
          'np.copysign', 'np.fmax', 'np.fmin', 'np.heaviside', 'np.bitwise_and', 'np.gcd', 'np.lcm']
OPERATORS = ['+', '-', '*', '/', '//', '%', '<', '<=', '==', '!=', '>', '>=', '&', '|', '^', '+', '-', '*']
REDUCE = ['sum', 'sum', 'mean', 'max', 'min', 'prod', 'any', 'all', 'std', 'var', 'ptp', 'median']
NUMBERS = ['0', '1', '2', '-1', '3', '7', '0.5', '2.5', '-1.5', '100', '300', '1e10', '1e-5', 'True',
           'np.float32(1.5)', 'np.int8(3)', 'np.float64(0.1)', 'np.uint8(200)', 'np.nan', 'np.inf']


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = []

    def pick(self, choices):
        return self.r.choice(choices)

    def literal(self):
        r = self.r
        shape, dtype = self.pick(SHAPES), self.pick(DTYPES)
        n = 1
        for d in shape:
            n *= d
        kind = r.randrange(4)
        if kind == 0:
            return 'np.arange(%d).astype(%r).reshape(%r)' % (n, dtype, shape)
        if kind == 1 and dtype.startswith('float'):
            return 'np.random.RandomState(%d).%s(%s).astype(%r)' % (
                r.randrange(9), self.pick(['rand', 'randn']), ', '.join(map(str, shape)), dtype) if shape else 'np.array(%r, %r)' % (r.randrange(9), dtype)
        if kind == 2 and not dtype.startswith('float'):
            return 'np.random.RandomState(%d).randint(0, %d, %r).astype(%r)' % (
                r.randrange(9), self.pick([2, 5, 100]), shape or None, dtype) if shape else 'np.array(%r, %r)' % (r.randrange(9), dtype)
        values = [self.value(dtype) for _ in range(n)]
        return 'np.array([%s], %r).reshape(%r)' % (', '.join(values), dtype, shape)

    def value(self, dtype):
        r = self.r
        if dtype.startswith('float'):
            return self.pick(['%d' % r.randrange(-9, 10), '%.1f' % r.uniform(-9, 9), '%.3f' % r.uniform(-1, 1),
                              '%.4g' % (10 ** r.uniform(-3, 4)), '0.0', 'np.nan', 'np.inf', '1e-3'])
        if dtype == 'bool':
            return self.pick(['True', 'False'])
        return '%d' % (r.randrange(0, 100) if dtype.startswith('u') else r.randrange(-50, 50))

    def array(self, depth):
        if depth <= 0 or self.r.random() < 0.25:
            return self.pick(self.names)
        return getattr(self, self.pick(['unary', 'binary', 'operator', 'operator', 'reduce', 'reduce', 'shape',
                                        'shape', 'index', 'index', 'choose', 'join', 'cast', 'scalar',
                                        'order']))(depth - 1)

    def unary(self, d):
        f, a = self.pick(UNARY), self.array(d)
        return '(%s%s)' % (f, a) if f in '-+~' else '%s(%s)' % (f, a)

    def binary(self, d):
        return '%s(%s, %s)' % (self.pick(BINARY), self.array(d), self.array(d))

    def operator(self, d):
        return '(%s %s %s)' % (self.array(d), self.pick(OPERATORS), self.array(d))

    def scalar(self, d):
        a, s = self.array(d), self.pick(NUMBERS)
        a, s = (s, a) if self.r.random() < 0.3 else (a, s)
        return '(%s %s %s)' % (a, self.pick(OPERATORS), s)

    def axis(self):
        return self.pick(['', '', 'axis=0', 'axis=1', 'axis=-1', 'axis=0, keepdims=True', 'axis=-1, keepdims=True',
                          'axis=(0, 1)', 'axis=None', 'axis=2'])

    def reduce(self, d):
        f, a, axis = self.pick(REDUCE), self.array(d), self.axis()
        if f in ('median', 'ptp'):
            axis = axis.replace(', keepdims=True', '').replace('(0, 1)', '0')
            return 'np.%s(%s%s)' % (f, a, axis and ', ' + axis)
        if self.r.random() < 0.2:
            f, axis = self.pick(['argmax', 'argmin', 'cumsum', 'cumprod']), axis.replace(', keepdims=True', '').replace('(0, 1)', '0')
        return 'np.%s(%s%s)' % (f, a, axis and ', ' + axis) if self.r.random() < 0.5 else '%s.%s(%s)' % (a, f, axis)

    def shape(self, d):
        a = self.array(d)
        return self.pick(['%s.T', '%s.ravel()', '%s.flatten()', '%s.reshape(-1)', '%s.reshape(-1, 1)', '%s.reshape(3, -1)',
                          '%s.reshape(2, 3)', 'np.transpose(%s)', 'np.squeeze(%s)', 'np.expand_dims(%s, 0)', 'np.swapaxes(%s, 0, -1)',
                          'np.atleast_2d(%s)', 'np.flip(%s)', 'np.flipud(%s)', 'np.fliplr(%s)', 'np.rot90(%s)', 'np.roll(%s, 1)',
                          'np.roll(%s, -1, axis=0)', 'np.repeat(%s, 2)', 'np.repeat(%s, 2, axis=0)', 'np.tile(%s, 2)',
                          'np.tile(%s, (2, 1))', 'np.moveaxis(%s, 0, -1)', 'np.pad(%s, 1)', 'np.diag(%s)', 'np.tril(%s)', 'np.triu(%s, 1)',
                          'np.ravel(%s)', 'np.trace(%s)', 'np.diff(%s)', 'np.diff(%s, axis=0)', 'np.broadcast_to(%s, (2, 3))',
                          'np.broadcast_to(%s, (3, 3))']) % a

    def part(self):
        r = self.r
        return self.pick(['%d' % r.randrange(-3, 4), ':', '%d:' % r.randrange(-2, 3), ':%d' % r.randrange(-2, 4), '::%d' % self.pick([2, -1, -2]),
                          'None', '...', '[0, -1]', '[[0], [1]]', 'np.array([1, 0, 1])', '%d:%d' % (r.randrange(3), r.randrange(5)),
                          '[True, False, True]', '1::2'])

    def index(self, d):
        a = self.array(d)
        if self.r.random() < 0.2:
            b = self.pick(self.names)
            return '%s[%s > %s]' % (b, b, self.pick(['0', '1', '2.5']))
        return '%s[%s]' % (a, ', '.join(self.part() for _ in range(self.pick([1, 1, 1, 2, 2, 3]))))

    def choose(self, d):
        a = self.array(d)
        return self.pick(['np.where(%s > 1, %s, 0)' % (a, a), 'np.where(%s, 1.5, 2)' % a, 'np.clip(%s, 0, 3)' % a, 'np.clip(%s, -0.5, 0.5)' % a,
                          'np.nonzero(%s)' % a, 'np.argwhere(%s)' % a, 'np.take(%s, [0, 1])' % a, 'np.take(%s, [1, 0], axis=0)' % a,
                          'np.isin(%s, [0, 1, 3])' % a, 'np.count_nonzero(%s)' % a, 'np.flatnonzero(%s)' % a, 'np.where(%s)' % a,
                          'np.nan_to_num(%s)' % a, 'np.round(%s, 1)' % a, 'np.round(%s)' % a, 'np.around(%s, 2)' % a, 'np.delete(%s, 0)' % a,
                          'np.delete(%s, 0, axis=0)' % a, 'np.insert(%s, 1, 7)' % a, 'np.append(%s, [1, 2])' % a, 
                          'np.extract(%s, %s)' % (a, a), 'np.percentile(%s, 30)' % a, 'np.digitize(%s, [0, 1, 5])' % a])

    def join(self, d):
        f = self.pick(['np.concatenate([%s, %s])', 'np.stack([%s, %s])', 'np.vstack([%s, %s])', 'np.hstack([%s, %s])', 'np.dstack([%s, %s])',
                       'np.column_stack([%s, %s])', 'np.concatenate([%s, %s], axis=1)', 'np.stack([%s, %s], axis=-1)', 'np.append(%s, %s)',
                       'np.array([%s, %s])', 'np.dot(%s, %s)', '(%s @ %s)', 'np.outer(%s, %s)', 'np.inner(%s, %s)', 'np.array_equal(%s, %s)',
                       'np.allclose(%s, %s)', 'np.isclose(%s, %s)', 'np.union1d(%s, %s)', 'np.intersect1d(%s, %s)', 'np.setdiff1d(%s, %s)',
                       'np.meshgrid(%s, %s)', 'np.kron(%s, %s)', 'np.tensordot(%s, %s, axes=1)', 'np.vdot(%s, %s)', 'np.cross(%s, %s)',
                       'np.result_type(%s, %s)', 'np.broadcast_arrays(%s, %s)'])
        a, b = self.array(d), self.array(d)
        if 'dot' in f or '@' in f or 'inner' in f or 'outer' in f or 'kron' in f:
            a, b = self.pick(self.names), self.pick(self.names)
        return f % (a, b)

    def cast(self, d):
        dtype, a = self.pick(DTYPES + ['int', 'float', 'str', 'bool']), self.array(d)
        if dtype[0] in 'iu':
            a = 'np.clip(np.nan_to_num(%s), %s, 100)' % (a, '0' if dtype[0] == 'u' else '-100')
        return '%s.astype(%r)' % (a, dtype)

    def order(self, d):
        a = self.array(d)
        return self.pick(['np.sort(%s)', 'np.sort(%s, axis=0)', 'np.argsort(%s, kind="stable")', 'np.unique(%s)', 'np.unique(%s, return_counts=True)',
                          'np.unique(%s, return_inverse=True)[1]', 'np.sort(%s, axis=None)', 'np.argmax(%s)', 'np.searchsorted([0, 1, 2, 5], %s)',
                          'np.nansum(%s)', 'np.nanmax(%s)', 'np.nanmean(%s)', 'np.maximum.accumulate(%s)', 'np.add.reduce(%s)', 'np.ediff1d(%s)',
                          'np.partition(%s.ravel(), 0)', 'np.histogram(%s, bins=3, range=(0, 5))[0]', 'list(%s)', '%s.tolist()', 'len(%s)', 'str(%s)',
                          '(%s).shape', '(%s).dtype', '(%s).strides', 'bool(np.any(%s))', '%s.item(0)', '[x for x in %s]', 'float(np.sum(%s))']) % a

    def statement(self):
        r = self.r
        name = self.pick(self.names)
        kind = r.randrange(12)
        if kind == 0:
            return 'def f():\n    b = %s.copy()\n    b[%s] = %s\n    return b\nshow(f)' % (
                name, ', '.join(self.part() for _ in range(self.pick([1, 1, 2]))), self.pick([self.array(1), self.pick(NUMBERS), '[1, 2, 3]']))
        if kind == 1:
            return 'def f():\n    b = %s.copy()\n    b %s= %s\n    return b\nshow(f)' % (
                name, self.pick(['+', '-', '*', '/', '//', '%', '&', '|']), self.pick([self.array(1), self.pick(NUMBERS)]))
        if kind == 2:
            return 'def f():\n    b = %s.copy()\n    v = b%s\n    v[...] = %s\n    return b, v\nshow(f)' % (
                name, self.pick(['.T', '[0]', '[1:]', '[::-1]', '.ravel()', '.reshape(-1)', '[..., 0]', '[:, None]']), self.pick(NUMBERS))
        return 'show(lambda: %s)' % self.array(3)


def program(seed, lines):
    m = Maker(seed)
    out = ['# Made by generate.py %d %d.' % (seed, lines), 'import numpy as np', '', 'np.seterr(all=\'ignore\')', '', '',
           'def show(f):', '    try:', '        print(repr(f()))', '    except Exception as e:', '        print(type(e).__name__, e)', '', '']
    for i in range(6):
        out.append('a%d = %s' % (i, m.literal()))
        m.names.append('a%d' % i)
    for i in range(lines):
        out.append(m.statement())
    return '\n'.join(out) + '\n'


if __name__ == '__main__':
    sys.stdout.write(program(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 40))
