# eval() of expressions: names of the place that calls it, of dicts that are given, and errors.
x = 5
print(eval('1 + 2'), eval('x * 2'), eval(' x + y', {'x': 1, 'y': 2}), eval('a', {}, {'a': 7}))
print(eval("{'lr': 0.1, 'layers': [1, 2], 'name': \"net\"}"), eval('{1, 2} | {3}'), eval('(1, None, True)'), eval('-5'))
print(eval('[i * j for i in range(3) for j in range(2) if i]'), eval('{k: v for k, v in zip("ab", [1, 2])}'))


def f(n):
    local = n + 1
    return eval('local * n + x'), eval('len([n])'), eval('max(local, n)')


print(f(3))
print(sum(eval('(i for i in [1, 2])')), eval('lambda v: v + x')(1), eval('"%s" % x'), eval('x if x > 3 else 0'))
for bad in ('1 +', 'undefined', '1 / 0', 'x = 1', '', 'import os', '1; 2', '[1', '1) + (2', '{}["k"]', 'f()', 'x.y'):
    try:
        print(eval(bad))
    except Exception as e:
        print(repr(bad), type(e).__name__)
try:
    eval(5)
except TypeError as e:
    print(e)
try:
    eval('1', 5)
except TypeError as e:
    print(e)


class A:
    v = 3
    w = eval('v + 1')


print(A.w, eval('A.v'), eval('f')(1), [eval(t) for t in '1 2.5 "s" None'.split()], eval('__name__'))
print([eval('%d %s %d' % (8, op, 3)) for op in '+ - * / // % ** == < <<'.split()])
scope = {'n': 10}
print(eval('n ** 2', scope), eval('[n for _ in range(2)]', scope), eval('n > 5 and "big"', scope, {'n': 1}))
calc = {'add': lambda a, b: a + b}
print(eval('add(2, add(3, 4))', {}, calc), eval('add(*[1, 2])', calc), eval('x == 5 and "yes"'), eval('f(1)[0]'))
