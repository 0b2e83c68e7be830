"""Events and observers: subscribing, unsubscribing while notified, weak spots."""


class Event(object):
    def __init__(self):
        self._handlers = []

    def __iadd__(self, handler):
        self._handlers.append(handler)
        return self

    def __isub__(self, handler):
        self._handlers.remove(handler)
        return self

    def __call__(self, *args, **kwargs):
        return [handler(*args, **kwargs) for handler in list(self._handlers)]

    def __len__(self):
        return len(self._handlers)


class Model(object):
    def __init__(self):
        self.changed = Event()
        self._value = 0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        old, self._value = self._value, new
        if old != new:
            self.changed(self, old=old, new=new)


class View(object):
    def __init__(self, name, model, once=False):
        self.name, self.model, self.once, self.seen = name, model, once, []
        model.changed += self.update

    def update(self, sender, old, new):
        self.seen.append((old, new))
        print('%s: %r -> %r' % (self.name, old, new))
        if self.once:
            sender.changed -= self.update
        return self.name


model = Model()
a, b = View('a', model), View('b', model, once=True)
model.value = 1
model.value = 1
model.value = 5
print(a.seen, b.seen, len(model.changed))
model.changed += lambda sender, **kw: print(sorted(kw.items()))
model.value += 10
try:
    model.changed -= b.update
except ValueError as e:
    print('ValueError', e)
print(model.changed(model, old=0, new=0), bool(Event()), a.update == a.update, a.update is a.update)
