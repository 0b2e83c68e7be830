# Patterns: observer, registry, state machine, command with undo, borg, null object, fluent builder.
class Event:
    def __init__(self):
        self._handlers = []

    def __iadd__(self, h):
        self._handlers.append(h)
        return self

    def __isub__(self, h):
        self._handlers.remove(h)
        return self

    def __call__(self, *a, **k):
        return [h(*a, **k) for h in self._handlers]

    def __len__(self):
        return len(self._handlers)


class Button:
    def __init__(self):
        self.clicked = Event()


def log(x):
    return 'log %s' % x


b = Button()
b.clicked += log
b.clicked += lambda x: x * 2
print(b.clicked('a'), len(b.clicked))
b.clicked -= log
print(b.clicked(4))


class Machine:
    transitions = {('idle', 'coin'): 'ready', ('ready', 'push'): 'idle', ('ready', 'coin'): 'ready'}

    def __init__(self):
        self.state = 'idle'
        self.history = [self.state]

    def handle(self, event):
        try:
            self.state = self.transitions[self.state, event]
        except KeyError as e:
            return 'no transition %s' % (e.args[0],)
        self.history.append(self.state)
        return self.state


m = Machine()
print([m.handle(e) for e in 'push coin coin push'.split()], m.history)


class Command:
    def __init__(self, do, undo):
        self.do, self.undo = do, undo


class Editor:
    def __init__(self):
        self.text, self.done, self.undone = '', [], []

    def type(self, s):
        before = self.text
        c = Command(lambda: setattr(self, 'text', before + s), lambda: setattr(self, 'text', before))
        c.do()
        self.done.append(c)
        self.undone.clear()
        return self

    def undo(self):
        if self.done:
            c = self.done.pop()
            c.undo()
            self.undone.append(c)
        return self

    def redo(self):
        if self.undone:
            c = self.undone.pop()
            c.do()
            self.done.append(c)
        return self


e = Editor().type('Hello').type(', ').type('world')
print(repr(e.text), repr(e.undo().undo().text), repr(e.redo().text), repr(e.type('!').redo().text))


class Borg:
    _shared = {}

    def __init__(self):
        self.__dict__ = self._shared


p, q = Borg(), Borg()
p.x = 1
print(q.x, p is q, p.__dict__ is q.__dict__, Borg().x)


class Null:
    def __getattr__(self, n):
        return self

    def __call__(self, *a, **k):
        return self

    def __bool__(self):
        return False

    def __repr__(self):
        return 'Null'


n = Null()
print(n.a.b.c(1, 2)(x=3).d, bool(n), n or 'default')


class Query:
    def __init__(self, table):
        self.parts = {'from': table, 'where': [], 'order': None}

    def __getattr__(self, name):
        if name.startswith('by_'):
            def by(value):
                self.parts['where'].append('%s = %r' % (name[3:], value))
                return self
            return by
        raise AttributeError(name)

    def order(self, key):
        self.parts['order'] = key
        return self

    def __str__(self):
        s = 'SELECT * FROM ' + self.parts['from']
        if self.parts['where']:
            s += ' WHERE ' + ' AND '.join(self.parts['where'])
        return s + (' ORDER BY ' + self.parts['order'] if self.parts['order'] else '')


print(Query('users').by_name('Ann').by_age(3).order('age'), '|', Query('t'))
try:
    Query('t').other
except AttributeError as err:
    print('AttributeError', err)


class Visitor:
    def visit(self, node):
        return getattr(self, 'visit_' + type(node).__name__, self.default)(node)

    def default(self, node):
        return '?%s' % type(node).__name__

    def visit_int(self, n):
        return 'int %d' % n

    def visit_list(self, l):
        return [self.visit(x) for x in l]

    def visit_dict(self, d):
        return {k: self.visit(v) for k, v in d.items()}


print(Visitor().visit([1, 'a', {'k': [2, None]}]))
