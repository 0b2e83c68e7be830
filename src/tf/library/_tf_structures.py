# Structures of tensors as data sets have them: tuples and dicts; lists are tensors.
import numpy
import tensorflow as tf

import _tf_graph as g

_bytes = type(b'')


def _flat(structure):
    if isinstance(structure, dict):
        return [x for k in sorted(structure) for x in _flat(structure[k])]
    if isinstance(structure, tuple):
        return [x for s in structure for x in _flat(s)]
    return [structure]


def _like(structure, leaves):
    """The structure with other leaves, which are taken from an iterator."""
    if isinstance(structure, dict):
        made = {k: _like(structure[k], leaves) for k in sorted(structure)}
        return type(structure)((k, made[k]) for k in structure)
    if isinstance(structure, tuple):
        made = [_like(s, leaves) for s in structure]
        return type(structure)(*made) if hasattr(structure, '_fields') else tuple(made)
    return next(leaves)


def _map(f, structure):
    return _like(structure, iter([f(x) for x in _flat(structure)]))


def _error(kind, text):
    return getattr(tf.errors, kind + 'Error')(None, None, text)


def _text(value):
    return value.decode('utf-8') if isinstance(value, _bytes) else str(value)


def _own(value, dtype, name):
    with g.own():
        return tf.convert_to_tensor(value, dtype=dtype, name=name)


def _int64(value, name):
    return _own(value, tf.int64, name)


def _stack(values):
    kind = 'S' if isinstance(values[0], (_bytes, str)) else None
    return numpy.array(values, kind)


def _shape_leaves(types, shapes):
    """Shapes by the structure of types, in which a shape may be a tuple, too."""
    if isinstance(types, dict):
        return [x for k in sorted(types) for x in _shape_leaves(types[k], shapes[k])]
    if isinstance(types, tuple):
        return [x for t, s in zip(types, shapes) for x in _shape_leaves(t, s)]
    return [shapes]


def _leaves(types, element):
    """What a generator gave, by the structure of types."""
    if isinstance(types, dict):
        return [x for k in sorted(types) for x in _leaves(types[k], element[k])]
    if isinstance(types, tuple):
        if not isinstance(element, (tuple, list)) or len(element) != len(types):
            raise _error('InvalidArgument',
                         'TypeError: `generator` yielded an element that did not match the expected '
                         'structure. The expected structure was %s, but the yielded element was %s.' %
                         (types, element))
        return [x for t, e in zip(types, element) for x in _leaves(t, e)]
    return [element]
