# What typing has beyond module_small.c.
import collections


class _NamedTupleMeta(type):
    def __new__(mcs, name, bases, namespace):
        cls = type.__new__(mcs, name, (), dict(namespace))
        if not bases:
            return cls
        kinds = cls.__annotations__
        defaults = [namespace[n] for n in kinds if n in namespace]
        fields = collections.namedtuple(name, list(kinds), defaults=defaults)
        rest = {k: v for k, v in namespace.items() if k not in kinds}
        rest['__annotations__'] = kinds
        return type(name, (fields,), rest)


class NamedTuple(metaclass=_NamedTupleMeta):
    def __new__(cls, typename, fields=()):
        return collections.namedtuple(typename, [name for name, _ in fields])
