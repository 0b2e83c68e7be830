"""Name scopes in forty lines: unique names, nesting, leaving with errors."""
import contextlib


class Graph(object):
    def __init__(self):
        self._names, self._scopes, self.ops = {}, [], []

    def unique_name(self, name, mark=True):
        key = name.lower()
        i = self._names.get(key, 0)
        if mark:
            self._names[key] = i + 1
        if i > 0:
            base = name
            while name.lower() in self._names:
                name = '%s_%d' % (base, i)
                i += 1
            if mark:
                self._names[name.lower()] = 1
        return name

    @property
    def scope(self):
        return self._scopes[-1] if self._scopes else ''

    @contextlib.contextmanager
    def name_scope(self, name):
        if name and name.endswith('/'):
            new = name[:-1]
        else:
            new = self.unique_name((self.scope + '/' if self.scope else '') + name) if name else ''
        self._scopes.append(new)
        try:
            yield new + '/' if new else ''
        finally:
            self._scopes.pop()

    def op(self, kind, name=None):
        full = self.unique_name((self.scope + '/' if self.scope else '') + (name or kind))
        self.ops.append(full)
        return full


g = Graph()
print(g.op('Const'), g.op('Const'), g.op('Const', 'x'), g.op('Add', 'X'))
with g.name_scope('layer') as outer:
    print(outer, g.op('MatMul'), g.op('Add'))
    with g.name_scope('inner'):
        g.op('Relu')
    with g.name_scope('inner') as again:
        print(again, g.op('Relu'), g.unique_name('layer', mark=False))
    with g.name_scope(None):
        print(repr(g.scope), g.op('Top'))
with g.name_scope('layer'):
    print(g.op('MatMul'))
with g.name_scope(outer):
    print(g.op('MatMul'), g.op('layer_1'))
try:
    with g.name_scope('broken'):
        raise RuntimeError('in the middle')
except RuntimeError as e:
    print(e, repr(g.scope))
print(len(g.ops), len(set(g.ops)), [n for n in g.ops if n.count('/') > 1])
