"""Programs for both Pythons."""
from __future__ import absolute_import, division, print_function
import six
from six.moves import range, zip, map, filter, input, xrange
import six.moves as moves

print(six.PY2, six.PY3, isinstance('a', six.string_types), isinstance(3, six.integer_types), six.text_type is str, six.binary_type is bytes)
d = {'b': 2, 'a': 1}
print(sorted(six.iteritems(d)), sorted(six.iterkeys(d)), sorted(six.itervalues(d)), list(range(3)), list(xrange(2)), list(zip('ab', [1, 2])))
print(six.b('x'), six.u('y'), six.ensure_str(b'abc'), six.next(iter([5])), list(map(str, filter(None, [0, 1]))), moves.reduce(lambda a, b: a + b, [1, 2, 3]))


@six.add_metaclass(type)
class C(object):
    pass


class M(type):
    def __new__(mcs, name, bases, ns):
        ns['tag'] = name.lower()
        return type.__new__(mcs, name, bases, ns)


class Base(six.with_metaclass(M, object)):
    pass


class Derived(Base):
    pass


print(Base.tag, Derived.tag, C.__name__, six.callable(len) if hasattr(six, 'callable') else callable(len))
try:
    try:
        raise KeyError('inner')
    except KeyError as e:
        six.raise_from(ValueError('outer'), e)
except ValueError as e:
    print(e, repr(e.__cause__))
