# dataclasses: fields from annotations, and the methods that follow from them.
import _library
import functools


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


MISSING = _Missing()
_FIELDS = '__dataclass_fields__'


class Field:
    def __init__(self, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
                 metadata=None, kw_only=False):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata, self.kw_only = metadata or {}, kw_only

    def required(self):
        return self.default is MISSING and self.default_factory is MISSING

    def fallback(self):
        return self.default if self.default is not MISSING else self.default_factory()


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=False):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _own_fields(cls, kw_only):
    for name, kind in cls.__dict__.get('__annotations__', cls.__annotations__).items():
        if 'ClassVar' in str(kind):
            continue
        default = cls.__dict__.get(name, MISSING)
        f = default if isinstance(default, Field) else Field(default)
        if isinstance(f.default, (list, dict, set)):
            raise ValueError('mutable default %s for field %s is not allowed: use default_factory'
                             % (type(f.default), name))
        f.name, f.type = name, kind
        f.kw_only = f.kw_only or kw_only
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        yield f


def _names(names):
    names = [repr(n) for n in names]
    if len(names) < 3:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _missing_text(cls, names, kind):
    return '%s.__init__() missing %d required %s argument%s: %s' % (
        cls.__qualname__, len(names), kind, '' if len(names) == 1 else 's', _names(names))


def _bind(cls, fields, args, kwargs):
    positional = [f for f in fields if f.init and not f.kw_only]
    if len(args) > len(positional):
        least = 1 + len([f for f in positional if f.required()])
        most = 1 + len(positional)
        takes = '%d' % most if least == most else 'from %d to %d' % (least, most)
        raise TypeError('%s.__init__() takes %s positional argument%s but %d were given' % (
            cls.__qualname__, takes, '' if most == 1 and least == most else 's', 1 + len(args)))
    values = dict(zip([f.name for f in positional], args))
    known = [f.name for f in fields if f.init]
    for name in kwargs:
        if name not in known:
            raise TypeError('%s.__init__() got an unexpected keyword argument %r' % (cls.__qualname__, name))
        if name in values:
            raise TypeError('%s.__init__() got multiple values for argument %r' % (cls.__qualname__, name))
    values.update(kwargs)
    for kind, group in (('positional', positional), ('keyword-only', [f for f in fields if f.init and f.kw_only])):
        missing = [f.name for f in group if f.required() and f.name not in values]
        if missing:
            raise TypeError(_missing_text(cls, missing, kind))
    return values


def _make_init(cls, fields):
    def __init__(self, *args, **kwargs):
        values = _bind(cls, fields, args, kwargs)
        for f in fields:
            if f.name in values:
                object.__setattr__(self, f.name, values[f.name])
            elif not f.required() and (f.init or f.default_factory is not MISSING):
                object.__setattr__(self, f.name, f.fallback())
        if hasattr(self, '__post_init__'):
            self.__post_init__()
    return __init__


def _repr(self):
    shown = ['%s=%r' % (f.name, getattr(self, f.name)) for f in fields(self) if f.repr]
    return '%s(%s)' % (type(self).__qualname__, ', '.join(shown))


def _key(self):
    return tuple([getattr(self, f.name) for f in fields(self) if f.compare])


def _eq(self, other):
    return _key(self) == _key(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self):
    return hash(tuple([getattr(self, f.name) for f in fields(self) if (f.compare if f.hash is None else f.hash)]))


def _frozen_setattr(self, name, value):
    raise FrozenInstanceError('cannot assign to field %r' % name)


def _frozen_delattr(self, name):
    raise FrozenInstanceError('cannot delete field %r' % name)


def _add_order(cls):
    def lt(self, other):
        return _key(self) < _key(other) if other.__class__ is self.__class__ else NotImplemented

    def le(self, other):
        return _key(self) <= _key(other) if other.__class__ is self.__class__ else NotImplemented

    def gt(self, other):
        return _key(self) > _key(other) if other.__class__ is self.__class__ else NotImplemented

    def ge(self, other):
        return _key(self) >= _key(other) if other.__class__ is self.__class__ else NotImplemented
    for name, method in (('__lt__', lt), ('__le__', le), ('__gt__', gt), ('__ge__', ge)):
        if name in cls.__dict__:
            raise TypeError('Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering'
                            % (name, cls.__name__))
        setattr(cls, name, method)


def _check_order(own):
    before = None
    for f in own:
        if not f.init or f.kw_only:
            continue
        if f.required() and before:
            raise TypeError('non-default argument %r follows default argument' % f.name)
        before = before if f.required() else f.name


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        found.update(base.__dict__.get(_FIELDS, {}))
    for f in _own_fields(cls, kw_only):
        found[f.name] = f
    setattr(cls, _FIELDS, found)
    all_fields = list(found.values())
    _check_order(all_fields)
    own = cls.__dict__
    hashes = '__hash__' in own and not (own['__hash__'] is None and '__eq__' in own)
    defined = '__eq__' in own
    if init:
        cls.__init__ = _make_init(cls, all_fields)
    if repr and '__repr__' not in own:
        cls.__repr__ = _repr
    if eq and not defined:
        cls.__eq__ = _eq
    if order:
        _add_order(cls)
    if frozen:
        cls.__setattr__, cls.__delattr__ = _frozen_setattr, _frozen_delattr
    if unsafe_hash or (eq and frozen and not hashes):
        cls.__hash__ = _hash
    elif eq and not hashes:
        cls.__hash__ = None
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + '(' + ', '.join([f.name for f in all_fields]) + ')'
    return cls


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, kw_only=False,
              match_args=True, slots=False, weakref_slot=False):
    _library.only('match_args of dataclass', match_args, True)
    _library.only('slots of dataclass', slots, False)
    _library.only('weakref_slot of dataclass', weakref_slot, False)

    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, kw_only)
    return wrap if cls is None else wrap(cls)


def fields(thing):
    found = getattr(thing, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(found.values())


def is_dataclass(thing):
    return hasattr(thing, _FIELDS)


def _plain(value, make):
    if hasattr(type(value), _FIELDS):
        return make(value)
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(v, make) for v in value])
    if isinstance(value, dict):
        return {_plain(k, make): _plain(v, make) for k, v in value.items()}
    import copy
    return copy.deepcopy(value)


def asdict(thing, *, dict_factory=dict):
    return dict_factory([(f.name, _plain(getattr(thing, f.name), asdict)) for f in fields(thing)])


def astuple(thing, *, tuple_factory=tuple):
    return tuple_factory([_plain(getattr(thing, f.name), astuple) for f in fields(thing)])


def replace(thing, **changes):
    for f in fields(thing):
        if f.init and f.name not in changes:
            changes[f.name] = getattr(thing, f.name)
    return thing.__class__(**changes)
