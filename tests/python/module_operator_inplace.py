"""Operators as functions, in place and not."""
import operator as op

a = [1]
b = op.iadd(a, [2])
print(a is b, a, op.add([1], [2]), op.iconcat([0], [1]), op.imul([1], 3), op.ior({1}, {2}), op.isub({1, 2}, {2}))
print(op.ifloordiv(7, 2), op.imod(7, 4), op.ipow(2, 10), op.iand(6, 3), op.ixor(6, 3), op.ilshift(1, 3), op.irshift(8, 2), op.itruediv(1, 4))
print(op.countOf([1, 2, 1], 1), op.indexOf('abc', 'c'), op.length_hint([1, 2]), op.matmul.__name__, op.inv(5), op.pos(-3))
try:
    op.indexOf([1], 2)
except ValueError as e:
    print(e)
calc = {'+': op.add, '-': op.sub, '*': op.mul, '/': op.truediv, '%': op.mod, '**': op.pow, '//': op.floordiv}
print([(s, f(17, 5)) for s, f in calc.items()], [f.__name__ for f in (op.lt, op.ge, op.is_not, op.contains)])
print(list(map(op.sub, [5, 6], [1, 2])), sum(map(op.mul, [1, 2, 3], [4, 5, 6])), sorted('bca', key=op.neg if False else ord, reverse=True), op.itemgetter(-1)('xyz'))
