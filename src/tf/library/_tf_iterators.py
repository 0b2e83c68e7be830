# Iterators over data sets: their nodes, and what gives the elements in a session.
import tensorflow as tf

import _library
import _tf_graph as g
import _tf_operations as _operations
from _tf_structures import (_flat, _like, _map, _error, _text, _shape_leaves)

_minor = int(tf.__version__.split('.')[1])


def _resource(op, types, shared_name):
    made = g.op(op, output_types=_flat(types), shared_name=shared_name or '')
    return _operations.add(made, lambda store: [shared_name or made.op.name])


def _initializer(data, resource, name=None):
    op = g.op('MakeIterator', data._variant(), resource, name=name)

    def run(store, source, handle):
        store['iterator', _text(handle)] = store['data', _text(source)]()
        return []
    return _operations.add(op, run)


class data_Iterator:
    __module__ = 'tensorflow.python.data.ops.iterator_ops'

    def __init__(self, iterator_resource, initializer, output_types, output_shapes):
        if _minor > 4:
            _library.stand_in('tf.data', 'the nodes that it adds are those of release 1.4')
        self._iterator_resource, self._initializer = iterator_resource, initializer
        self.output_types, self.output_shapes = output_types, output_shapes
        self._string_handle = self._handle(None)

    def _handle(self, name):
        made = g.op('IteratorToStringHandle', self._iterator_resource, name=name)
        return _operations.add(made, lambda store, handle: [_text(handle)])

    @staticmethod
    def from_structure(output_types, output_shapes=None, shared_name=None, output_classes=None):
        # no effect: output_classes
        output_types = _map(tf.as_dtype, output_types)
        shapes = [tf.TensorShape(None)] * len(_flat(output_types))
        if output_shapes is not None:
            shapes = [s if isinstance(s, tf.TensorShape) else tf.TensorShape(s)
                      for s in _shape_leaves(output_types, output_shapes)]
        resource = _resource('Iterator', output_types, shared_name)
        return data_Iterator(resource, None, output_types, _like(output_types, iter(shapes)))

    @staticmethod
    def from_string_handle(string_handle, output_types, output_shapes=None, output_classes=None):
        # no effect: output_classes
        output_types = _map(tf.as_dtype, output_types)
        shapes = [tf.TensorShape(None)] * len(_flat(output_types))
        if output_shapes is not None:
            shapes = [s if isinstance(s, tf.TensorShape) else tf.TensorShape(s)
                      for s in _shape_leaves(output_types, output_shapes)]
        string_handle = tf.convert_to_tensor(string_handle, dtype=tf.string)
        made = g.op('IteratorFromStringHandle', string_handle, output_types=_flat(output_types))
        _operations.add(made, lambda store, handle: [_text(handle)])
        return data_Iterator(made, None, output_types, _like(output_types, iter(shapes)))

    @property
    def initializer(self):
        if self._initializer is not None:
            return self._initializer
        raise ValueError('Iterator does not have an initializer.')

    @property
    def output_classes(self):
        return _map(lambda t: tf.Tensor, self.output_types)

    def make_initializer(self, dataset, name=None):
        with g.named(name, 'make_initializer', []) as name:
            if self.output_types != dataset.output_types:
                raise TypeError('Expected output types %r but got dataset with output types %r.' %
                                (self.output_types, dataset.output_types))
            for mine, its in zip(_flat(self.output_shapes), _flat(dataset.output_shapes)):
                if not mine.is_compatible_with(its):
                    raise TypeError('Expected output shapes compatible with %r but got dataset with '
                                    'output shapes %r.' % (self.output_shapes, dataset.output_shapes))
            with tf.colocate_with(self._iterator_resource):
                return _initializer(dataset, self._iterator_resource, name)

    def get_next(self, name=None):
        types = _flat(self.output_types)
        made = g.op('IteratorGetNext', self._iterator_resource, output_types=types, name=name)
        flat = list(made) if isinstance(made, (tuple, list)) else [made]
        for t, s in zip(flat, _flat(self.output_shapes)):
            if s.ndims is not None:
                t.set_shape(s)

        def run(store, handle):
            iterator = store.get(('iterator', _text(handle)))
            if iterator is None:
                raise _error('FailedPrecondition',
                             'GetNext() failed because the iterator has not been initialized. Ensure that '
                             'you have run the initializer operation for this iterator before getting the '
                             'next element.')
            for element in iterator:
                return list(element)
            raise _error('OutOfRange', 'End of sequence')
        _operations.add(flat[0], run)
        return _like(self.output_types, iter(flat))

    def string_handle(self, name=None):
        return self._string_handle if name is None else self._handle(name)
