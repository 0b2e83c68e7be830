# What functools has beyond module_functools.c.
_ORDERINGS = {
    '__lt__': [('__gt__', lambda less, a, b: _unless(less, a, b)),
               ('__le__', lambda less, a, b: _either(less, a, b)),
               ('__ge__', lambda less, a, b: _opposite(less, a, b))],
    '__le__': [('__ge__', lambda at_most, a, b: _opposite_or_equal(at_most, a, b)),
               ('__lt__', lambda at_most, a, b: _both(at_most, a, b)),
               ('__gt__', lambda at_most, a, b: _opposite(at_most, a, b))],
    '__gt__': [('__lt__', lambda more, a, b: _unless(more, a, b)),
               ('__ge__', lambda more, a, b: _either(more, a, b)),
               ('__le__', lambda more, a, b: _opposite(more, a, b))],
    '__ge__': [('__le__', lambda at_least, a, b: _opposite_or_equal(at_least, a, b)),
               ('__gt__', lambda at_least, a, b: _both(at_least, a, b)),
               ('__lt__', lambda at_least, a, b: _opposite(at_least, a, b))],
}


def _unless(root, a, b):
    r = root(a, b)
    return r if r is NotImplemented else not r and a != b


def _either(root, a, b):
    r = root(a, b)
    return r if r is NotImplemented else r or a == b


def _opposite(root, a, b):
    r = root(a, b)
    return r if r is NotImplemented else not r


def _opposite_or_equal(root, a, b):
    r = root(a, b)
    return r if r is NotImplemented else not r or a == b


def _both(root, a, b):
    r = root(a, b)
    return r if r is NotImplemented else r and a != b


def total_ordering(cls):
    roots = [n for n in ('__lt__', '__le__', '__gt__', '__ge__')
             if getattr(cls, n, None) is not getattr(object, n, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = roots[0]
    for name, compare in _ORDERINGS[root]:
        if name not in roots:
            _add_ordering(cls, root, name, compare)
    return cls


def _add_ordering(cls, root, name, compare):
    def method(self, other):
        return compare(getattr(type(self), root), self, other)
    method.__name__ = name
    setattr(cls, name, method)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname or self.func.__name__] = value
        return value


class partialmethod:
    def __init__(self, func, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, instance, owner=None):
        def bound(*args, **keywords):
            merged = dict(self.keywords)
            merged.update(keywords)
            return self.func(instance, *(self.args + args), **merged)
        return bound


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for c in cls.__mro__:
            if c in registry:
                return registry[c]
        return func

    def register(cls, f=None):
        if f is None:
            return lambda f: register(cls, f)
        registry[cls] = f
        return f

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % func.__name__)
        return dispatch(args[0].__class__)(*args, **kw)
    wrapper.__name__ = func.__name__
    wrapper.__doc__ = func.__doc__
    wrapper.__wrapped__ = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper
