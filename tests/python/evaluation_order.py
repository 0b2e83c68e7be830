# What is evaluated first: arguments, targets, operands, comparisons, defaults, subscripts, decorators.
def t(name, value=None):
    print(name, end=' ')
    return value if value is not None else name


def end():
    print()


t('f', lambda *a, **k: None)(t('a'), *t('b', [1]), k=t('c'), **t('d', {'x': 1}))
end()
t('o', {})[t('key')] = t('value')
end()
d = {}
t('target', d)[t('k1')] = t('other', d)[t('k2')] = t('val')
end()
print(t('x', 1) + t('y', 2) * t('z', 3) ** t('w', 2))
print(t('p', 1) < t('q', 3) < t('r', 2) < t('never', 9))
print(t('c1', 0) and t('c2'), t('e1', 5) or t('e2'), t('yes') if t('cond', 1) else t('no'))
print({t('k'): t('v'), t('k2'): t('v2')}, [t('l1'), t('l2')], (t('t1'),))
print([t('elem') for i in t('iter', [1, 2]) if t('if', True)])


def defaults(a=t('default a'), *, b=t('default b')):
    end()


defaults()


class C(t('base', object), metaclass=t('meta', type)):
    t('body')


end()


class Obj:
    def __getattr__(self, n):
        print('get', n, end=' ')
        return Obj()

    def __setattr__(self, n, v):
        print('set', n, end=' ')

    def __getitem__(self, k):
        print('item', k, end=' ')
        return Obj()

    def __setitem__(self, k, v):
        print('setitem', k, end=' ')

    def __delitem__(self, k):
        print('delitem', k, end=' ')

    def __iadd__(self, o):
        print('iadd', end=' ')
        return self

    def __call__(self, *a):
        print('call', *a, end=' ')
        return self


o = Obj()
o.a.b[t('i')].c = t('value')
end()
o.x += t('1')
end()
o[t('k')] += t('1')
end()
o.p, o[t('q')], (o.r, *o.s) = t('rhs', (1, 2, (3, 4, 5)))
end()
for o.loop in t('over', [1, 2]):
    pass
end()
del o[t('a')], o[t('b')]
end()
with_ = t('slice', [1, 2, 3, 4])[t('from', 1):t('to', 3):t('step', 1)]
print(with_)
o(t('first'))(t('second')).m(t('third'))
end()
print(f"{t('f1')} {t('f2'):{t('>4')}}", '%s %s' % (t('g'), t('h')))
a = b = t('chain', [])
print(a is b)
x = [1, 2, 3]
x[0], x[x[0]] = 2, 'changed'
print(x)
assert t('assertion', True), t('message')
end()
print((lambda a=t('lam'): a)(), not t('not', 0), -t('neg', 5))
n = 5
n += t('plus', 1) or n
print(n)
print(t('in', 1) in t('container', [1]), t('is', None) is None)
try:
    t('raise', ValueError)
    raise t('exc', KeyError)(t('arg')) from t('cause', None) if False else None
except KeyError as e:
    print(e)
