# tf.data: data sets as nodes that describe them, and what iterates over them in a session. A source
# is a function that gives a new generator of elements; an element is a tuple of arrays.
# A name a_b here is tf.a.b (library.def).
import numpy
import tensorflow as tf

import _tf_graph as g
import _library
import _tf_operations as _operations
from _tf_iterators import _initializer, _resource, data_Iterator
from _tf_structures import (_flat, _like, _map, _error, _text, _own, _int64, _stack,
    _shape_leaves, _leaves)

__name__ = 'tensorflow.python.data.ops.dataset_ops'
_minor = int(tf.__version__.split('.')[1])
_counts = {'shuffles': 0}
_bytes = type(b'')


# ---- functions of data sets: graphs of their own ----

class _Function:
    def __init__(self, function, data):
        self.graph = tf.Graph()
        with self.graph.as_default():
            self.inputs = [tf.placeholder(t, s, name='arg%d' % i) for i, (t, s) in
                           enumerate(zip(_flat(data.output_types), _flat(data.output_shapes)))]
            nested = _like(data.output_types, iter(self.inputs))
            try:
                result = function(*nested) if type(nested) is tuple else function(nested)
            except ValueError as e:
                if 'must be from the same graph' in str(e):
                    _library.refuse('a function of a data set that uses tensors or variables of the '
                                    'graph around it')
                raise
            self.result = result
        if self.graph.get_collection('variables'):
            _library.refuse('variables in a function of a data set')
        for op in self.graph.get_operations():
            if op.type in ('RandomUniform', 'RandomStandardNormal', 'TruncatedNormal', 'RandomShuffle',
                           'RandomUniformInt', 'Multinomial') and op.get_attr('seed2'):
                _library.refuse('random numbers with a seed in a function of a data set')
        self.session = None

    def tensors(self):
        """Its result as tensors."""
        with self.graph.as_default():
            result = self.result
            if isinstance(result, list):
                result = tuple(result)
            return _map(lambda x: tf.convert_to_tensor(x), result)

    def run(self, tensors, element):
        if self.session is None:
            self.session = tf.Session(graph=self.graph)
        return self.session.run(tensors, dict(zip(self.inputs, element)))


# ---- data sets ----

class data_Dataset:
    _op = None
    _inputs = ()
    _params = ()
    output_types = output_shapes = None

    @property
    def output_classes(self):
        return _map(lambda t: tf.Tensor, self.output_types)

    def __repr__(self):
        name = type(self).__name__.lstrip('_') if _minor < 13 else 'DatasetV1Adapter'
        shapes = str(_map(str, self.output_shapes)).replace("'", '')
        types = str(_map(repr, self.output_types)).replace("'", '')
        return '<%s shapes: %s, types: %s>' % (name, shapes, types)

    def __iter__(self):
        raise RuntimeError('dataset.__iter__() is only supported when eager execution is enabled.')

    def _attributes(self):
        return {'output_types': _flat(self.output_types)}

    def _source(self, sources, values):
        _library.refuse('running the data set %r' % self)

    def _variant(self):
        """Its node, and those that it needs."""
        inputs = [d._variant() for d in self._inputs]
        inputs = [inputs] if self._op == 'ZipDataset' else inputs
        made = g.op(self._op, *(inputs + list(self._params)), **self._attributes())
        n = len(self._inputs)

        def run(store, *values):
            sources = [store['data', _text(v)] for v in values[:n]]
            store['data', made.op.name] = self._source(sources, list(values[n:]))
            return [made.op.name]
        return _operations.add(made, run)

    def _evaluate(self, run):
        """The source, of parameters that `run` computes."""
        params = [t for p in self._params for t in (p if isinstance(p, list) else [p])]
        values = run(params) if params else []
        return self._source([d._evaluate(run) for d in self._inputs], list(values))

    # ---- making them ----

    @staticmethod
    def from_tensors(tensors):
        return _TensorDataset(tensors)

    @staticmethod
    def from_tensor_slices(tensors):
        return _TensorSliceDataset(tensors)

    @staticmethod
    def range(*args):
        return _RangeDataset(*args)

    @staticmethod
    def zip(datasets):
        return _ZipDataset(datasets)

    @staticmethod
    def from_generator(generator, output_types, output_shapes=None, args=None):
        if not callable(generator):
            raise TypeError('`generator` must be callable.')
        if args is not None:
            _library.refuse('Dataset.from_generator: args')
        if output_shapes is None:
            output_shapes = _map(lambda t: tf.TensorShape(None), output_types)
        return _FlatMapDataset._of_generator(generator, output_types, output_shapes)

    def concatenate(self, dataset):
        return _ConcatenateDataset(self, dataset)

    def prefetch(self, buffer_size):
        return _PrefetchDataset(self, buffer_size, 'buffer_size')

    def repeat(self, count=None):
        return _RepeatDataset(self, -1 if count is None else count, 'count')

    def take(self, count):
        return _TakeDataset(self, count, 'count')

    def skip(self, count):
        return _SkipDataset(self, count, 'count')

    def cache(self, filename=''):
        return _CacheDataset(self, filename)

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None):
        return _ShuffleDataset(self, buffer_size, seed, reshuffle_each_iteration)

    def batch(self, batch_size, drop_remainder=False):
        if drop_remainder is not False and _minor < 10:
            raise TypeError("batch() got an unexpected keyword argument 'drop_remainder'")
        return _BatchDataset(self, batch_size, drop_remainder)

    def map(self, map_func, num_parallel_calls=None):
        return _MapDataset(self, map_func, num_parallel_calls)

    def flat_map(self, map_func):
        return _FlatMapDataset(self, map_func)

    def interleave(self, map_func, cycle_length, block_length=1, num_parallel_calls=None):
        if num_parallel_calls is not None:
            _library.refuse('Dataset.interleave: num_parallel_calls')
        return _InterleaveDataset(self, map_func, cycle_length, block_length)

    def padded_batch(self, batch_size, padded_shapes, padding_values=None, drop_remainder=False):
        if drop_remainder is not False and _minor < 10:
            raise TypeError("padded_batch() got an unexpected keyword argument 'drop_remainder'")
        return _PaddedBatchDataset(self, batch_size, padded_shapes, padding_values, drop_remainder)

    def filter(self, predicate):
        return _FilterDataset(self, predicate)

    def apply(self, transformation_func):
        return transformation_func(self)

    # ---- iterators ----

    def make_initializable_iterator(self, shared_name=None):
        resource = _resource('Iterator', self.output_types, shared_name)
        with tf.colocate_with(resource):
            initializer = _initializer(self, resource)
        return data_Iterator(resource, initializer, self.output_types, self.output_shapes)

    def make_one_shot_iterator(self):
        made = g.op('OneShotIterator', output_types=_flat(self.output_types))

        def run(store):
            key = ('iterator', made.op.name)
            if key not in store:
                store[key] = self._evaluate(store[None].run)()
            return [made.op.name]
        _operations.add(made, run)
        return data_Iterator(made, None, self.output_types, self.output_shapes)


def _refused(name):
    def method(self, *args, **options):
        _library.refuse('Dataset.%s' % name)
    return method


for _name in ('list_files', 'shard', 'reduce', 'window', 'with_options', 'unbatch',
              'options', 'enumerate'):
    setattr(data_Dataset, _name, _refused(_name))


class _TensorDataset(data_Dataset):
    _op = 'TensorDataset'

    def __init__(self, tensors):
        with g.own(), tf.name_scope('tensors'):
            flat = [tf.convert_to_tensor(t, name='component_%d' % i)
                    for i, t in enumerate(_flat(tensors))]
        self._params = [flat]
        self.output_types = _like(tensors, iter([t.dtype for t in flat]))
        self.output_shapes = _like(tensors, iter([self._shape(t) for t in flat]))

    def _shape(self, t):
        return t.get_shape()

    def _attributes(self):
        return {}

    def _source(self, sources, values):
        def start():
            yield tuple(values)
        return start


class _TensorSliceDataset(_TensorDataset):
    _op = 'TensorSliceDataset'

    def __init__(self, tensors):
        _TensorDataset.__init__(self, tensors)
        flat = self._params[0]
        for t in flat[1:]:
            flat[0].get_shape()[0].merge_with(t.get_shape()[0])

    def _shape(self, t):
        return t.get_shape()[1:]

    def _source(self, sources, values):
        for v in values[1:]:
            if len(v) != len(values[0]):
                raise _error('InvalidArgument', 'Dimensions %d and %d are not equal' %
                             (len(values[0]), len(v)))

        def start():
            for i in range(len(values[0])):
                yield tuple(v[i] for v in values)
        return start


class _RangeDataset(data_Dataset):
    _op = 'RangeDataset'
    output_types, output_shapes = tf.int64, tf.TensorShape([])

    def __init__(self, *args):
        if not 1 <= len(args) <= 3:
            raise ValueError('Invalid arguments to RangeDataset: %s' % str(args))
        start, stop, step = (0, args[0], 1) if len(args) == 1 else (args + (1,))[:3]
        self._params = [_int64(start, 'start'), _int64(stop, 'stop'), _int64(step, 'step')]

    def _source(self, sources, values):
        start, stop, step = values
        if step == 0:
            raise _error('InvalidArgument', 'step must be a non-zero integer.')

        def run():
            for i in range(int(start), int(stop), int(step)):
                yield (numpy.int64(i),)
        return run


class _Same(data_Dataset):
    """Of which the elements are those of its input, in type and shape."""

    def __init__(self, data, number, name):
        self._inputs = [data]
        self._params = [_int64(number, name)]
        self.output_types, self.output_shapes = data.output_types, data.output_shapes


class _PrefetchDataset(_Same):
    _op = 'PrefetchDataset'

    def _source(self, sources, values):
        return sources[0]


class _RepeatDataset(_Same):
    _op = 'RepeatDataset'

    def __init__(self, data, number, name):
        if isinstance(data, _ShuffleDataset) and data._seeds != (0, 0) and _minor >= 13:
            _library.refuse('the order of shuffle with a seed before repeat, which this release makes one')
        _Same.__init__(self, data, number, name)

    def _source(self, sources, values):
        def start():
            left = int(values[0])
            while left:
                left -= 1
                empty = True
                for e in sources[0]():
                    empty = False
                    yield e
                if empty:
                    break
        return start


class _TakeDataset(_Same):
    _op = 'TakeDataset'

    def _source(self, sources, values):
        def start():
            left = int(values[0])
            if left:
                for e in sources[0]():
                    yield e
                    left -= 1
                    if not left:
                        break
        return start


class _SkipDataset(_Same):
    _op = 'SkipDataset'

    def _source(self, sources, values):
        def start():
            left = int(values[0])
            for e in sources[0]():
                if left:
                    left -= 1
                else:
                    yield e
        return start


class _CacheDataset(_Same):
    _op = 'CacheDataset'

    def __init__(self, data, filename):
        if not isinstance(filename, str) or filename:
            _library.refuse('a cache of a data set in a file')
        self._inputs = [data]
        self._params = [_own('', tf.string, 'filename')]
        self.output_types, self.output_shapes = data.output_types, data.output_shapes

    def _source(self, sources, values):
        kept = []

        def start():
            if kept:
                for e in kept[0]:
                    yield e
                return
            seen = []
            for e in sources[0]():
                seen.append(e)
                yield e
            kept.append(seen)
        return start


class _ShuffleDataset(_Same):
    _op = 'ShuffleDataset'

    def __init__(self, data, buffer_size, seed, reshuffle):
        _Same.__init__(self, data, buffer_size, 'buffer_size')
        self._seeds = g.seeds(seed)
        self._params += [_int64(self._seeds[0], 'seed'), _int64(self._seeds[1], 'seed2')]
        self._again = reshuffle is None or bool(reshuffle)
        if self._seeds != (0, 0) and _minor < 8:
            _library.refuse('the order of shuffle with a seed before 1.8')

    def _attributes(self):
        return {'output_types': _flat(self.output_types), 'reshuffle_each_iteration': self._again}

    def _source(self, sources, values):
        size, seeds = int(values[0]), (int(values[1]), int(values[2]))
        if size < 1:
            raise _error('InvalidArgument', 'buffer_size must be greater than zero.')
        if seeds == (0, 0):
            _counts['shuffles'] += 1
            seeds = g.own_seeds('shuffle%d' % _counts['shuffles'])
        numbers = _operations.Philox(*seeds)

        def start():
            mine = _operations.Philox(numbers.next(), numbers.next()) if self._again else \
                _operations.Philox(*seeds)
            elements, buffered = sources[0](), []
            for e in elements:
                buffered.append(e)
                if len(buffered) == size:
                    at = mine.next() % size
                    chosen, buffered[at] = buffered[at], buffered[0]
                    buffered.pop(0)
                    yield chosen
            while buffered:
                at = mine.next() % len(buffered)
                chosen, buffered[at] = buffered[at], buffered[0]
                buffered.pop(0)
                yield chosen
        return start


class _BatchDataset(_Same):
    _op = 'BatchDataset'

    def __init__(self, data, size, drop):
        if not isinstance(drop, bool):
            _library.refuse('Dataset.batch: drop_remainder that is a tensor')
        _Same.__init__(self, data, size, 'batch_size')
        self._drop = drop
        known = g.constant_value(self._params[0]) if drop else None
        first = tf.TensorShape([None if known is None else int(known)])
        self.output_shapes = _map(first.concatenate, data.output_shapes)

    def _batch(self, elements):
        for i in range(len(elements[0])):
            first = numpy.shape(elements[0][i])
            for k, e in enumerate(elements):
                if numpy.shape(e[i]) != first:
                    raise _error('InvalidArgument',
                                 'Cannot batch tensors with different shapes in component %d. First '
                                 'element had shape %s and element %d had shape %s.' %
                                 (i, _shape_text(first), k, _shape_text(numpy.shape(e[i]))))
        return tuple(_stack([e[i] for e in elements]) for i in range(len(elements[0])))

    def _source(self, sources, values):
        size = int(values[0])
        if size < 1:
            raise _error('InvalidArgument', 'Batch size must be greater than zero.')

        def start():
            elements = []
            for e in sources[0]():
                elements.append(e)
                if len(elements) == size:
                    yield self._batch(elements)
                    elements = []
            if elements and not self._drop:
                yield self._batch(elements)
        return start


class _PaddedBatchDataset(_BatchDataset):
    _op = 'PaddedBatchDataset'

    def __init__(self, data, size, shapes, values, drop):
        _BatchDataset.__init__(self, data, size, drop)
        if values is None:
            values = _map(lambda t: '' if t == tf.string else False if t == tf.bool else 0,
                          data.output_types)
        leaves = _shape_leaves(data.output_types, shapes)
        if any(isinstance(s, tf.Tensor) for s in leaves):
            _library.refuse('Dataset.padded_batch: shapes that are tensors')
        self._to = [s if isinstance(s, tf.TensorShape) else tf.TensorShape(s) for s in leaves]
        self._padded = [tf.convert_to_tensor([-1 if d is None else d for d in s.as_list()],
                                             dtype=tf.int64) for s in self._to]
        self._values = [_own(v, t, 'padding_value') for v, t in
                        zip(_shape_leaves(data.output_types, values), _flat(data.output_types))]
        first = tf.TensorShape([None])
        self.output_shapes = _like(data.output_types, iter([first.concatenate(s) for s in self._to]))
        self._params = [self._params[0], self._padded, self._values]

    def _attributes(self):
        return {}

    def _component(self, i, elements):
        arrays = [numpy.asarray(e[i]) for e in elements]
        known = self._to[i].as_list()
        for a in arrays:
            if len(a.shape) != len(known):
                raise _error('InvalidArgument', 'All elements in a batch must have the same rank as the '
                             'padded shape for component%d: expected rank %d but got element with rank '
                             '%d' % (i, len(known), len(a.shape)))
            for k, d in enumerate(known):
                if d is not None and a.shape[k] > d:
                    raise _error('DataLoss', 'Attempted to pad to a smaller size than the input element.')
        most = [max(a.shape[k] for a in arrays) if d is None else d for k, d in enumerate(known)]
        value = self._now[i]
        if isinstance(value, (_bytes, str)):
            if known and any(a.shape != tuple(most) for a in arrays):
                _library.refuse('padding of strings')
            return _stack([e[i] for e in elements])
        batch = numpy.full([len(arrays)] + most, value, arrays[0].dtype)
        for k, a in enumerate(arrays):
            batch[(k,) + tuple(slice(0, d) for d in a.shape)] = a
        return batch

    def _batch(self, elements):
        return tuple(self._component(i, elements) for i in range(len(elements[0])))

    def _source(self, sources, values):
        self._now = values[1 + len(self._to):]
        return _BatchDataset._source(self, sources, values)


def _shape_text(shape):
    return '[%s]' % ','.join(str(d) for d in shape)


class _ZipDataset(data_Dataset):
    _op = 'ZipDataset'

    def __init__(self, datasets):
        if isinstance(datasets, list):
            raise TypeError('The argument to `Dataset.zip()` must be a nested structure of `Dataset` '
                            'objects. Nested structures do not support Python lists; please use a tuple '
                            'instead.')
        for d in _flat(datasets):
            if not isinstance(d, data_Dataset):
                raise TypeError('The argument to `Dataset.zip()` must be a nested structure of `Dataset` '
                                'objects.')
        self._inputs = _flat(datasets)
        self.output_types = _map(lambda d: d.output_types, datasets)
        self.output_shapes = _map(lambda d: d.output_shapes, datasets)

    def _source(self, sources, values):
        def start():
            for elements in zip(*[s() for s in sources]):
                yield tuple(x for e in elements for x in e)
        return start


class _ConcatenateDataset(data_Dataset):
    _op = 'ConcatenateDataset'

    def __init__(self, one, two):
        if one.output_types != two.output_types:
            raise TypeError('Two datasets to concatenate have different types %s and %s' %
                            (one.output_types, two.output_types))
        self._inputs = [one, two]
        self.output_types = one.output_types
        self.output_shapes = _like(one.output_shapes, iter([
            self._both(a, b) for a, b in zip(_flat(one.output_shapes), _flat(two.output_shapes))]))

    def _both(self, a, b):
        if a.ndims is None or a.ndims != b.ndims:
            return tf.TensorShape(None)
        return tf.TensorShape([x if x == y else None for x, y in zip(a.as_list(), b.as_list())])

    def _source(self, sources, values):
        def start():
            for s in sources:
                for e in s():
                    yield e
        return start


class _MapDataset(data_Dataset):
    _op = 'MapDataset'

    def __init__(self, data, function, parallel):
        self._inputs = [data]
        self._params = [[]]
        self._function = _Function(function, data)
        tensors = self._function.tensors()
        self._tensors = _flat(tensors)
        self.output_types = _map(lambda t: t.dtype, tensors)
        self.output_shapes = _map(lambda t: t.get_shape(), tensors)
        if parallel is not None:
            self._op = 'ParallelMapDataset'
            self._params.append(_own(parallel, tf.int32, 'num_parallel_calls'))

    def _source(self, sources, values):
        def start():
            for e in sources[0]():
                yield tuple(self._function.run(self._tensors, e))
        return start


class _FilterDataset(data_Dataset):
    _op = 'FilterDataset'

    def __init__(self, data, predicate):
        self._inputs = [data]
        self._params = [[]]
        self._function = _Function(predicate, data)
        self._tensor = self._function.tensors()
        self.output_types, self.output_shapes = data.output_types, data.output_shapes
        if not (self._tensor.dtype == tf.bool and
                self._tensor.get_shape().is_compatible_with(tf.TensorShape([]))):
            raise ValueError('`predicate` must return a scalar boolean tensor.')

    def _source(self, sources, values):
        def start():
            for e in sources[0]():
                if self._function.run(self._tensor, e):
                    yield e
        return start


class _FlatMapDataset(data_Dataset):
    _op = 'FlatMapDataset'

    def __init__(self, data, function):
        self._inputs = [data]
        self._params = [[]]
        self._function = _Function(function, data)
        inner = self._inner = self._function.result
        if not isinstance(inner, data_Dataset):
            raise TypeError('`map_func` must return a `Dataset` object.')
        self.output_types, self.output_shapes = inner.output_types, inner.output_shapes

    def _source(self, sources, values):
        def start():
            for e in sources[0]():
                for x in self._inner._evaluate(lambda t: self._function.run(t, e))():
                    yield x
        return start

    @classmethod
    def _of_generator(cls, generator, types, shapes):
        self = cls.__new__(cls)
        base = _TensorDataset(0)
        between = _MapDataset.__new__(_MapDataset)
        between._inputs, between._params = [base], [[]]
        between.output_types, between.output_shapes = tf.int64, tf.TensorShape([])
        between._source = lambda sources, values: sources[0]
        self._inputs, self._params = [between], [[]]
        self.output_types, self.output_shapes = types, _like(
            types, iter([s if isinstance(s, tf.TensorShape) else tf.TensorShape(s)
                         for s in _shape_leaves(types, shapes)]))
        self._source = lambda sources, values: lambda: self._generate(generator)
        return self

    def _elements(self, generator):
        """What the generator gives; what it raises becomes an error of the graph."""
        try:
            for element in generator():
                yield element
        except tf.errors.OpError:
            raise
        except Exception as e:
            kind = 'InvalidArgument' if isinstance(e, (TypeError, ValueError)) else \
                'Unimplemented' if isinstance(e, NotImplementedError) else 'Unknown'
            raise _error(kind, '%s: %s' % (type(e).__name__, e))

    def _generate(self, generator):
        types, shapes = _flat(self.output_types), _flat(self.output_shapes)
        for element in self._elements(generator):
            yield tuple(self._element(x, t, s) for x, t, s in
                        zip(_leaves(self.output_types, element), types, shapes))

    def _element(self, value, kind, shape):
        kind = tf.as_dtype(kind)
        try:
            if kind == tf.string:
                array = numpy.asarray(value)
                array = value if not array.shape else array
            else:
                array = numpy.asarray(value, kind.as_numpy_dtype)
        except (TypeError, ValueError):
            raise _error('InvalidArgument',
                         'TypeError: `generator` yielded an element that could not be converted to the '
                         'expected type. The expected type was %s, but the yielded element was %s.' %
                         (kind.name, value))
        if not shape.is_compatible_with(numpy.shape(array)):
            raise _error('InvalidArgument',
                         'ValueError: `generator` yielded an element of shape %s where an element of '
                         'shape %s was expected.' % (numpy.shape(array), shape))
        return array if numpy.shape(array) or kind == tf.string else array[()]


class _InterleaveDataset(_FlatMapDataset):
    _op = 'InterleaveDataset'

    def __init__(self, data, function, cycle, block):
        _FlatMapDataset.__init__(self, data, function)
        self._params = [[], _int64(cycle, 'cycle_length'), _int64(block, 'block_length')]

    def _source(self, sources, values):
        length, block = int(values[0]), int(values[1])

        def start():
            elements, at, taken, more = sources[0](), 0, 0, True
            current = [None] * length
            while more or any(c is not None for c in current):
                if current[at] is not None:
                    for x in current[at]:
                        yield x
                        taken += 1
                        break
                    else:
                        current[at], taken = None, block
                    if taken == block:
                        at, taken = (at + 1) % length, 0
                elif more:
                    more = False
                    for e in elements:
                        more = True
                        current[at] = self._inner._evaluate(self._runner(e))()
                        break
                else:
                    at, taken = (at + 1) % length, 0
        return start

    def _runner(self, element):
        return lambda tensors: self._function.run(tensors, element)


def data_make_one_shot_iterator(dataset):
    return dataset.make_one_shot_iterator()


def data_make_initializable_iterator(dataset, shared_name=None):
    return dataset.make_initializable_iterator(shared_name)


def data_get_output_types(dataset_or_iterator):
    return dataset_or_iterator.output_types


def data_get_output_shapes(dataset_or_iterator):
    return dataset_or_iterator.output_shapes
