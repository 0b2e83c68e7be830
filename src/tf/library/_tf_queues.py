# Queues: their nodes, what they hold in a session, and what fills them. There are no threads: a
# dequeue that would wait runs the enqueue operations of the queue's runners, one after the other.
# A name a_b here is tf.a.b (library.def).
import numpy
import tensorflow as tf

import _tf_graph as g
import _library
import _tf_operations as _operations

__name__ = 'tensorflow.python.ops.data_flow_ops'

_counts = {'queues': 0}


class _Content:
    """What a queue holds in one session."""

    def __init__(self, queue, name):
        self.queue, self.name = queue, name
        self.items = []     # tuples of arrays
        self.pending = []   # what a runner waits to put in
        self.closed = False

    def room(self):
        if self.queue._capacity < 0:
            return len(self.pending)
        return self.queue._capacity - len(self.items)

    def settle(self):
        while self.pending and self.room() > 0:
            self.items.append(self.pending.pop(0))

    def shown(self):
        return "%s '%s'" % (self.queue._kind, self.name)


def _error(kind, text):
    return getattr(tf.errors, kind + 'Error')(None, None, text)


def _shape_text(shape):
    return '[%s]' % ','.join('?' if d is None else str(d) for d in shape)


def _fits(actual, shape):
    known = shape.as_list() if shape.ndims is not None else None
    return known is None or (len(known) == len(actual) and
                             all(k is None or k == d for k, d in zip(known, actual)))


def _as_shapes(shapes, unknown_dim_allowed=False):
    if shapes is None:
        return None
    if isinstance(shapes, tf.TensorShape):
        shapes = [shapes]
    if not isinstance(shapes, (tuple, list)):
        raise TypeError('shapes must be a TensorShape or a list or tuple of TensorShapes.')
    if all(s is None or isinstance(s, int) for s in shapes):
        shapes = [shapes]
    shapes = [s if isinstance(s, tf.TensorShape) else tf.TensorShape(s) for s in shapes]
    if not unknown_dim_allowed and any(not s.is_fully_defined() for s in shapes):
        raise ValueError('All shapes must be fully defined: %s' % shapes)
    if any(s.ndims is None for s in shapes):
        raise ValueError('All shapes must have a defined rank: %s' % shapes)
    return shapes


class QueueBase:
    _kind = _named = None
    _counted = 0    # elements that stay in an open queue

    def __init__(self, dtypes, shapes, names, queue_ref):
        self._dtypes = dtypes
        if shapes is not None and len(shapes) != len(dtypes):
            raise ValueError('Queue shapes must have the same length as dtypes')
        self._shapes = shapes if shapes is not None else [tf.TensorShape(None) for d in dtypes]
        if names is not None and len(names) != len(dtypes):
            raise ValueError('Queue names must have the same length as dtypes')
        self._specified = shapes is not None
        self._names = names
        self._queue_ref = queue_ref
        self._name = queue_ref.op.name.split('/')[-1]

    def _make(self, op, capacity, dtypes, shapes, names, shared_name, name, **more):
        if not isinstance(dtypes, (list, tuple)):
            dtypes = [dtypes]
        dtypes = [tf.as_dtype(d) for d in dtypes]
        if names is not None and not isinstance(names, (list, tuple)):
            names = [names]
        self._capacity = capacity
        self._shared = shared_name
        handle = g.op(op, component_types=dtypes, capacity=capacity, shared_name=shared_name or '',
                      name=None if name == self._named else name, default=self._named, **more)
        _operations.add(handle, lambda store: [self._content(store).name])
        QueueBase.__init__(self, dtypes, shapes, names, handle)

    @staticmethod
    def from_list(index, queues):
        _library.refuse('QueueBase.from_list')

    @property
    def queue_ref(self):
        return self._queue_ref

    @property
    def name(self):
        return self._queue_ref.op.name

    @property
    def dtypes(self):
        return self._dtypes

    @property
    def shapes(self):
        return self._shapes

    @property
    def names(self):
        return self._names

    # ---- nodes ----

    def _tensors(self, vals):
        if isinstance(vals, dict):
            if not self._names:
                raise ValueError('Queue must have names to enqueue a dictionary')
            if sorted(self._names) != sorted(vals.keys()):
                raise ValueError('Keys in dictionary to enqueue do not match names of Queue.  '
                                 'Dictionary: (%s), Queue: (%s)' %
                                 (sorted(vals.keys()), sorted(self._names)))
            vals = [vals[k] for k in self._names]
        else:
            if self._names:
                raise ValueError('You must enqueue a dictionary in a Queue with names')
            if not isinstance(vals, (list, tuple)):
                vals = [vals]
        return [tf.convert_to_tensor(v, dtype=d, name='component_%d' % i)
                for i, (v, d) in enumerate(zip(vals, self._dtypes))]

    def _scope(self, name, suffix, vals):
        if isinstance(vals, dict):
            vals = list(vals.values())
        elif not isinstance(vals, (list, tuple)):
            vals = [vals]
        return g.named(name, self._name + suffix, vals)

    def enqueue(self, vals, name=None):
        with self._scope(name, '_enqueue', vals) as scope:
            vals = self._tensors(vals)
            for v, s in zip(vals, self._shapes):
                v.get_shape().assert_is_compatible_with(s)
            return self._add(g.op('QueueEnqueueV2', self._queue_ref, vals, name=scope), self._put)

    def enqueue_many(self, vals, name=None):
        with self._scope(name, '_EnqueueMany', vals) as scope:
            vals = self._tensors(vals)
            n = vals[0].get_shape().with_rank_at_least(1)[0]
            for v, s in zip(vals, self._shapes):
                n = n.merge_with(v.get_shape().with_rank_at_least(1)[0])
                v.get_shape()[1:].assert_is_compatible_with(s)
            op = g.op('QueueEnqueueManyV2', self._queue_ref, vals, name=scope)
            return self._add(op, self._put_many)

    def _add(self, made, function):
        """The node of this queue runs as function(content, store, *inputs but the handle)."""
        return _operations.add(
            made, lambda store, handle, *inputs: function(self._content(store), store, *inputs))

    def _results(self, made, shapes):
        made = list(made) if isinstance(made, (tuple, list)) else [made]
        for t, s in zip(made, shapes):
            if s.ndims is not None:
                t.set_shape(s)
        if self._names:
            return dict(zip(self._names, made))
        return made[0] if len(made) == 1 else made

    def dequeue(self, name=None):
        made = self._add(g.op('QueueDequeueV2', self._queue_ref, component_types=self._dtypes,
                              name=name, default=self._name + '_Dequeue'), self._take)
        return self._results(made, self._shapes)

    def _take_node(self, op, n, name, suffix, take):
        return self._add(g.op(op, self._queue_ref, n, component_types=self._dtypes, name=name,
                              default=self._name + suffix), take)

    def dequeue_many(self, n, name=None):
        made = self._take_node('QueueDequeueManyV2', n, name, '_DequeueMany', self._take_many)
        first = made[0] if isinstance(made, (tuple, list)) else made
        known = g.constant_value(first.op.inputs[1])
        size = tf.TensorShape([None if known is None else int(known)])
        return self._results(made, [size.concatenate(s) for s in self._shapes])

    def dequeue_up_to(self, n, name=None):
        made = self._take_node('QueueDequeueUpToV2', n, name, '_DequeueUpTo', self._take_up_to)
        return self._results(made, [tf.TensorShape([None]).concatenate(s) for s in self._shapes])

    def close(self, cancel_pending_enqueues=False, name=None):
        def run(content, store):
            # no effect: store
            content.closed = True
            if cancel_pending_enqueues:
                content.pending = []
            return []
        return self._add(g.op('QueueCloseV2', self._queue_ref, name=name, default=self._name + '_Close',
                              cancel_pending_enqueues=cancel_pending_enqueues), run)

    def is_closed(self, name=None):
        return self._add(g.op('QueueIsClosedV2', self._queue_ref,
                              name=name, default=self._name + '_Is_Closed'),
                         lambda content, store: [content.closed])

    def size(self, name=None):
        return self._add(g.op('QueueSizeV2', self._queue_ref, name=name, default=self._name + '_Size'),
                         lambda content, store: [len(content.items)])

    # ---- what they do in a session ----

    def _content(self, store):
        key = self._shared or self._queue_ref.op
        if key not in store:
            name = self._shared
            if not name:
                name = '_%d_%s' % (_counts['queues'], self._queue_ref.op.name)
                _counts['queues'] += 1
            store[key] = _Content(self, name)
        return store[key]

    def _check(self, shape, i, wanted, shown):
        if not _fits(shape, wanted):
            raise _error('InvalidArgument',
                         'Shape mismatch in tuple component %d. Expected %s, got %s' %
                         (i, _shape_text(shown), _shape_text(shape)))

    def _insert(self, content, store, elements):
        if content.closed:
            raise _error('Cancelled', '%s is closed.' % content.shown())
        content.pending += elements
        if self._capacity < 0:
            content.items += content.pending
            content.pending = []
        content.settle()
        if content.pending and not store.get('serving'):
            _library.refuse('a run that waits forever (the queue %s is full and nothing takes '
                            'from it)' % self.name)
        return []

    def _put(self, content, store, *inputs):
        for i, (x, s) in enumerate(zip(inputs, self._shapes)):
            self._check(numpy.shape(x), i, s, s.as_list() if s.ndims is not None else [])
        return self._insert(content, store, [inputs])

    def _put_many(self, content, store, *inputs):
        n = len(inputs[0])
        for i, (x, s) in enumerate(zip(inputs, self._shapes)):
            if len(x) != n:
                raise _error('InvalidArgument',
                             'All input tuples must have the same size in the 0th dimension. Component '
                             '%d has %d, and should have %d' % (i, len(x), n))
            self._check(numpy.shape(x)[1:], i, s, s.as_list() if s.ndims is not None else [])
        return self._insert(content, store, [tuple(x[k] for x in inputs) for k in range(n)])

    def _free(self, content):
        """How many elements can be taken now."""
        return max(0, len(content.items) - (0 if content.closed else self._counted))

    def _fill(self, content, store, n):
        while self._free(content) < n and not content.closed:
            if content.pending or not _serve(store, content):
                break

    def _missing(self, content, n):
        return _error('OutOfRange', '%s is closed and has insufficient elements (requested %d, '
                      'current size %d)' % (content.shown(), n, len(content.items)))

    def _forever(self):
        _library.refuse('a run that waits forever (the queue %s has too few elements and nothing '
                        'puts any into it)' % self.name)

    def _next(self, content):
        item = content.items.pop(0)
        content.settle()
        return item

    def _take(self, content, store):
        self._fill(content, store, 1)
        if self._free(content) < 1:
            if content.closed:
                raise self._missing(content, 1)
            self._forever()
        return list(self._next(content))

    def _taken(self, content, store, n, some):
        if not self._specified:
            raise _error('InvalidArgument', "%s's DequeueMany and DequeueUpTo require the components "
                         'to have specified shapes.' % self._kind)
        if n < 0:
            raise _error('InvalidArgument', '%s requested %d < 0 elements' % (content.shown(), n))
        items = []
        while len(items) < n:
            want = n - len(items)
            self._fill(content, store, want)
            free = min(want, self._free(content))
            if free < want and content.closed:
                content.items = items + content.items
                if not some or not content.items:
                    raise self._missing(content, n)
                return [self._next(content) for i in range(len(content.items))]
            if not free:
                self._forever()
            items += [self._next(content) for i in range(free)]
        return items

    def _batch(self, items, i):
        shape = self._shapes[i].as_list()
        kind = 'S' if self._dtypes[i] == tf.string else self._dtypes[i].as_numpy_dtype
        return numpy.array([item[i] for item in items], kind).reshape([len(items)] + shape)

    def _take_many(self, content, store, n, some=False):
        items = self._taken(content, store, n, some)
        return [self._batch(items, i) for i in range(len(self._dtypes))]

    def _take_up_to(self, content, store, n):
        return self._take_many(content, store, n, True)


class FIFOQueue(QueueBase):
    _kind, _named = 'FIFOQueue', 'fifo_queue'

    def __init__(self, capacity, dtypes, shapes=None, names=None, shared_name=None,
                 name='fifo_queue'):
        self._make('FIFOQueueV2', capacity, dtypes, _as_shapes(shapes), names, shared_name, name)


class PaddingFIFOQueue(QueueBase):
    _kind, _named = 'PaddingFIFOQueue', 'padding_fifo_queue'

    def __init__(self, capacity, dtypes, shapes, names=None, shared_name=None,
                 name='padding_fifo_queue'):
        if not isinstance(dtypes, (list, tuple)):
            dtypes = [dtypes]
        shapes = _as_shapes(shapes, True)
        if len(dtypes) != len(shapes):
            raise ValueError('Shapes must be provided for all components, but received %d dtypes and '
                             '%d shapes.' % (len(dtypes), len(shapes)))
        self._make('PaddingFIFOQueueV2', capacity, dtypes, shapes, names, shared_name, name)

    def _batch(self, items, i):
        values = [numpy.asarray(item[i]) for item in items]
        if self._shapes[i].is_fully_defined():
            return QueueBase._batch(self, items, i)
        if self._dtypes[i] == tf.string:
            _library.refuse('padding of strings')
        most = [max([v.shape[d] for v in values] or [0]) if s is None else s
                for d, s in enumerate(self._shapes[i].as_list())]
        batch = numpy.zeros([len(values)] + most, self._dtypes[i].as_numpy_dtype)
        for k, v in enumerate(values):
            batch[(k,) + tuple(slice(0, d) for d in v.shape)] = v
        return batch


class RandomShuffleQueue(QueueBase):
    _kind, _named = 'RandomShuffleQueue', 'random_shuffle_queue'

    def __init__(self, capacity, min_after_dequeue, dtypes, shapes=None, names=None, seed=None,
                 shared_name=None, name='random_shuffle_queue'):
        shapes = _as_shapes(shapes)
        self._counted = min_after_dequeue
        self._seeds = g.seeds(seed)
        if seed is None and shared_name is not None and self._seeds != (0, 0):
            _library.refuse('a RandomShuffleQueue with a shared name and the seed of the graph')
        self._make('RandomShuffleQueueV2', capacity, dtypes, shapes, names, shared_name, name,
                   min_after_dequeue=min_after_dequeue, seed=self._seeds[0], seed2=self._seeds[1])

    def _next(self, content):
        if not hasattr(content, 'numbers'):
            seeds = self._seeds if self._seeds != (0, 0) else g.own_seeds(self.name)
            content.numbers = _operations.Philox(*seeds)
        items = content.items
        at = content.numbers.next() % len(items)
        item = items[at]
        items[at] = items[-1]
        items.pop()
        content.settle()
        return item


queue_FIFOQueue, queue_PaddingFIFOQueue = FIFOQueue, PaddingFIFOQueue
queue_QueueBase, queue_RandomShuffleQueue = QueueBase, RandomShuffleQueue


# ---- what fills them ----

class _Thread:
    """Stands for a thread that runs one enqueue operation again and again."""

    def __init__(self, runner, session, op, coord, number):
        # no effect: number
        self.runner, self.session, self.op, self.coord = runner, session, op, coord
        self.name = 'QueueRunnerThread-%s-%s' % (runner.name, op.name)
        self.daemon = False
        self.started = self.ended = False

    def start(self):
        self.started = True
        store = _operations.store(self.session)
        store.setdefault('threads', []).append(self)
        self.runner.queue._content(store)   # queues are numbered as they are filled

    def is_alive(self):
        return self.started and not self.ended

    isAlive = is_alive

    def join(self, timeout=None):
        pass

    def end(self, op):
        self.ended = True
        runs = _operations.store(self.session)['threads']
        if op is not None and not [t for t in runs if t.runner is self.runner and not t.ended]:
            try:
                self.session.run(op)
            except tf.errors.OpError:
                pass

    def step(self):
        """Runs the operation once."""
        if self.coord and self.coord.should_stop():
            self.end(self.runner.cancel_op)
            return
        store = _operations.store(self.session)
        store['serving'] = store.get('serving', 0) + 1
        try:
            self.session.run(self.op)
        except self.runner.queue_closed_exception_types:
            self.end(self.runner.close_op)
        except Exception as e:
            if self.coord:
                self.coord.request_stop(e)
                self.end(self.runner.cancel_op)
            else:
                tf.logging.error('Exception in QueueRunner: %s', e)
                self.runner._exceptions_raised.append(e)
                self.end(None)
        store['serving'] -= 1


def _serve(store, content):
    """One step of a thread that fills this queue. False: there is none."""
    session = store[None]
    for thread in store.get('threads', []):
        if not thread.ended and thread.runner.queue._content(store) is content:
            store['threads'].remove(thread)
            store['threads'].append(thread)     # the next one goes on next time
            thread.step()
            return True
    return False


class train_QueueRunner:
    __module__ = 'tensorflow.python.training.queue_runner_impl'

    def __init__(self, queue=None, enqueue_ops=None, close_op=None, cancel_op=None,
                 queue_closed_exception_types=None, queue_runner_def=None, import_scope=None):
        # no effect: import_scope
        if queue_runner_def is not None:
            _library.refuse('QueueRunner: queue_runner_def')
        if not queue or not enqueue_ops:
            raise ValueError('Must provide queue and enqueue_ops.')
        self.queue, self.enqueue_ops = queue, enqueue_ops
        self.close_op = close_op if close_op is not None else queue.close()
        self.cancel_op = cancel_op if cancel_op is not None else queue.close(
            cancel_pending_enqueues=True)
        self.queue_closed_exception_types = queue_closed_exception_types or (
            tf.errors.OutOfRangeError,)
        self._exceptions_raised = []
        self._sessions = []

    @property
    def name(self):
        return self.queue.name

    @property
    def exceptions_raised(self):
        return self._exceptions_raised

    def create_threads(self, sess, coord=None, daemon=False, start=False):
        # no effect: daemon
        runs = _operations.store(sess).setdefault('threads', [])
        if [t for t in runs if t.runner is self and not t.ended]:
            return []
        self._exceptions_raised = []
        threads = [_Thread(self, sess, op, coord, i) for i, op in enumerate(self.enqueue_ops)]
        if start:
            for t in threads:
                t.start()
        return threads


def train_add_queue_runner(qr, collection='queue_runners'):
    tf.add_to_collection(collection, qr)


def train_start_queue_runners(sess=None, coord=None, daemon=True, start=True,
                              collection='queue_runners'):
    if sess is None:
        sess = tf.get_default_session()
        if not sess:
            raise ValueError('Cannot start queue runners: No default session is registered. Use '
                             '`with sess.as_default()` or pass an explicit session to '
                             'tf.start_queue_runners(sess=sess)')
    threads = []
    with sess.graph.as_default():
        for qr in tf.get_collection(collection):
            threads += qr.create_threads(sess, coord=coord, daemon=daemon, start=start)
    return threads


train_queue_runner_QueueRunner = train_QueueRunner
train_queue_runner_add_queue_runner = train_add_queue_runner
train_queue_runner_start_queue_runners = train_start_queue_runners


# ---- tf.train: pipelines of queues ----

def train_limit_epochs(tensor, num_epochs=None, name=None):
    if num_epochs is None:
        return tensor
    if num_epochs <= 0:
        raise ValueError('num_epochs must be > 0 not %d.' % num_epochs)
    with g.named(name, 'limit_epochs', [tensor]) as name:
        zero = tf.constant(0, dtype=tf.int64)
        epochs = tf.Variable(zero, name='epochs', trainable=False, collections=['local_variables'])
        counter = epochs.count_up_to(num_epochs)
        with tf.control_dependencies([counter]):
            return tf.identity(tensor, name=name)


def _real(x):
    return tf.to_float(x) if int(tf.__version__.split('.')[1]) < 13 else tf.cast(x, tf.float32)


def train_input_producer(input_tensor, element_shape=None, num_epochs=None, shuffle=True, seed=None,
                         capacity=32, shared_name=None, summary_name=None, name=None,
                         cancel_op=None):
    with g.named(name, 'input_producer', [input_tensor]):
        input_tensor = tf.convert_to_tensor(input_tensor, name='input_tensor')
        element_shape = input_tensor.get_shape()[1:].merge_with(element_shape)
        if not element_shape.is_fully_defined():
            raise ValueError('Either `input_tensor` must have a fully defined shape or '
                             '`element_shape` must be specified')
        if shuffle:
            input_tensor = tf.random_shuffle(input_tensor, seed=seed)
        input_tensor = train_limit_epochs(input_tensor, num_epochs)
        queue = FIFOQueue(capacity, [input_tensor.dtype.base_dtype], [element_shape],
                          shared_name=shared_name, name=name)
        enqueue = queue.enqueue_many([input_tensor])
        train_add_queue_runner(train_QueueRunner(queue, [enqueue], cancel_op=cancel_op))
        if summary_name is not None:
            tf.summary.scalar(summary_name, _real(queue.size()) * (1. / capacity))
        return queue


def train_range_input_producer(limit, num_epochs=None, shuffle=True, seed=None, capacity=32,
                               shared_name=None, name=None):
    with g.named(name, 'input_producer', [limit]) as name:
        return train_input_producer(tf.range(limit), [], num_epochs, shuffle, seed, capacity,
                                    shared_name, 'fraction_of_%d_full' % capacity, name)


def train_slice_input_producer(tensor_list, num_epochs=None, shuffle=True, seed=None, capacity=32,
                               shared_name=None, name=None):
    with g.named(name, 'input_producer', tensor_list):
        tensor_list = [tf.convert_to_tensor(t) for t in tensor_list]
        if not tensor_list:
            raise ValueError('Expected at least one tensor in slice_input_producer().')
        size = tf.shape(tensor_list[0])[0]
        queue = train_range_input_producer(size, num_epochs, shuffle, seed, capacity, shared_name)
        index = queue.dequeue()
        return [tf.gather(t, index) for t in tensor_list]


def train_string_input_producer(string_tensor, num_epochs=None, shuffle=True, seed=None,
                                capacity=32, shared_name=None, name=None, cancel_op=None):
    why = 'string_input_producer requires a non-null input tensor'
    if not isinstance(string_tensor, tf.Tensor) and not string_tensor:
        raise ValueError(why)
    with g.named(name, 'input_producer', [string_tensor]) as name:
        string_tensor = tf.convert_to_tensor(string_tensor, dtype=tf.string)
        with tf.control_dependencies([tf.Assert(tf.greater(tf.size(string_tensor), 0), [why])]):
            string_tensor = tf.identity(string_tensor)
        return train_input_producer(string_tensor, [], num_epochs, shuffle, seed, capacity,
                                    shared_name, 'fraction_of_%d_full' % capacity, name, cancel_op)


class _Batch:
    """What batch and shuffle_batch have in common."""

    def __init__(self, tensors, num_threads, enqueue_many, shapes):
        self.tensors, self.many, self.shapes = tensors, enqueue_many, shapes
        self.threads = num_threads
        self.list = tensors
        if isinstance(tensors, dict):
            self.list = [tensors[k] for k in sorted(tensors)]

    def convert(self):
        self.list = [tf.convert_to_tensor(t) for t in self.list]
        if not self.list:
            raise ValueError('Expected at least one tensor in batch().')
        tf.convert_to_tensor(True)
        self.types = [t.dtype.base_dtype for t in self.list]
        if self.shapes is None:
            self.shapes = [t.get_shape() for t in self.list]
            if self.many:
                self.shapes = [s.with_rank_at_least(1)[1:] for s in self.shapes]
            self.shapes = [s.as_list() for s in self.shapes]

    def fill(self, queue):
        op = queue.enqueue_many(self.list) if self.many else queue.enqueue(self.list)
        train_add_queue_runner(train_QueueRunner(queue, [op] * self.threads))

    def take(self, queue, batch_size, smaller, name):
        take = queue.dequeue_up_to if smaller else queue.dequeue_many
        made = take(batch_size, name=name)
        if isinstance(self.tensors, dict):
            made = made if isinstance(made, list) else [made]
            return dict(zip(sorted(self.tensors), made))
        return made


def train_batch(tensors, batch_size, num_threads=1, capacity=32, enqueue_many=False, shapes=None,
                dynamic_pad=False, allow_smaller_final_batch=False, shared_name=None, name=None):
    b = _Batch(tensors, num_threads, enqueue_many, shapes)
    with g.named(name, 'batch', list(b.list)) as name:
        b.convert()
        make = PaddingFIFOQueue if dynamic_pad else FIFOQueue
        queue = make(capacity, b.types, b.shapes, shared_name=shared_name)
        b.fill(queue)
        tf.summary.scalar('fraction_of_%d_full' % capacity, _real(queue.size()) * (1. / capacity))
        return b.take(queue, batch_size, allow_smaller_final_batch, name)


def train_shuffle_batch(tensors, batch_size, capacity, min_after_dequeue, num_threads=1, seed=None,
                        enqueue_many=False, shapes=None, allow_smaller_final_batch=False,
                        shared_name=None, name=None):
    b = _Batch(tensors, num_threads, enqueue_many, shapes)
    with g.named(name, 'shuffle_batch', list(b.list)) as name:
        if capacity <= min_after_dequeue:
            raise ValueError('capacity %d must be bigger than min_after_dequeue %d.' %
                             (capacity, min_after_dequeue))
        b.convert()
        queue = RandomShuffleQueue(capacity, min_after_dequeue, b.types, b.shapes, seed=seed,
                                   shared_name=shared_name)
        b.fill(queue)
        over = capacity - min_after_dequeue
        full = _real(tf.maximum(0, queue.size() - min_after_dequeue)) * (1. / over)
        tf.summary.scalar('fraction_over_%d_of_%d_full' % (min_after_dequeue, over), full)
        return b.take(queue, batch_size, allow_smaller_final_batch, name)
