#: 6.3 a queue is a node with a handle; its methods add nodes with its last name in front
with tf.name_scope('in'):
    q = tf.FIFOQueue(3, 'float')
init = q.enqueue_many(([0., 1., 2.],))
x = q.dequeue()
tf.PaddingFIFOQueue(3, [tf.int32], [[None]]).dequeue_many(2)
tf.RandomShuffleQueue(3, 1, tf.int32).size()
q.enqueue([x + 1.], name='put')
print(q.name, q.dtypes, x, q.queue_ref)
q.close(), q.is_closed()
#> in/fifo_queue [tf.float32] Tensor("fifo_queue_Dequeue:0", dtype=float32) Tensor("in/fifo_queue:0", shape=(), dtype=resource)
#n in/fifo_queue:FIFOQueueV2 fifo_queue_EnqueueMany/component_0:Const
#n fifo_queue_EnqueueMany:QueueEnqueueManyV2(in/fifo_queue,fifo_queue_EnqueueMany/component_0)
#n fifo_queue_Dequeue:QueueDequeueV2(in/fifo_queue) padding_fifo_queue:PaddingFIFOQueueV2 padding_fifo_queue_DequeueMany/n:Const
#n padding_fifo_queue_DequeueMany:QueueDequeueManyV2(padding_fifo_queue,padding_fifo_queue_DequeueMany/n)
#n random_shuffle_queue:RandomShuffleQueueV2 random_shuffle_queue_Size:QueueSizeV2(random_shuffle_queue)
#n add/y add put:QueueEnqueueV2(in/fifo_queue,add) fifo_queue_Close:QueueCloseV2 fifo_queue_Is_Closed:QueueIsClosedV2

#: 6.3 a queue holds what was put in, for each session; when it is closed, what is left can be taken
q = tf.FIFOQueue(5, [tf.float32, tf.string], shapes=[[2], []])
put = q.enqueue_many([[[0., 1.], [2., 3.], [4., 5.]], ['a', 'b', 'c']])
x, name = q.dequeue()
many, up_to = q.dequeue_many(2), q.dequeue_up_to(2)
print(x.get_shape(), name.get_shape(), many[0].get_shape(), up_to[0].get_shape(), type(many).__name__)
with tf.Session() as s, tf.Session() as other:
    s.run(put)
    print('then', *(s.run([x, name]) + [s.run(q.size()), other.run(q.size())]))
    s.run(q.close())
    print(s.run(q.is_closed()), other.run(q.is_closed()))
    for fetch in (put, q.dequeue_many(3), up_to, up_to):
        try:
            print('got', [a.tolist() for a in s.run(fetch)])
        except (tf.errors.OutOfRangeError, tf.errors.CancelledError) as e:
            print(type(e).__name__, str(e).split('\n')[0])
#> (2,) () (2, 2) (?, 2) list
#> then [0. 1.] b'a' 2 0
#> True False
#> CancelledError FIFOQueue '_0_fifo_queue' is closed.
#> OutOfRangeError FIFOQueue '_0_fifo_queue' is closed and has insufficient elements (requested 3, current size 2)
#> got [[[2.0, 3.0], [4.0, 5.0]], [b'b', b'c']]
#> OutOfRangeError FIFOQueue '_0_fifo_queue' is closed and has insufficient elements (requested 2, current size 0)

#: 6.3 a run that would wait forever ends here
q = tf.FIFOQueue(1, tf.int32)
tf.Session().run(q.dequeue())
#! Refused: a run that waits forever (the queue fifo_queue has too few elements and nothing puts any into it) is not modelled

#: 6.3 so does one that would wait for room
q = tf.FIFOQueue(1, tf.int32)
tf.Session().run(q.enqueue_many([[1, 2]]))
#! Refused: a run that waits forever (the queue fifo_queue is full and nothing takes from it) is not modelled

#: 6.3 elements of one shape are checked when the graph is built, others when it runs
q = tf.FIFOQueue(3, tf.int32, shapes=[[2]])
p = tf.placeholder(tf.int32)
put = q.enqueue(p)
d = tf.FIFOQueue(3, tf.int32)
for f in (lambda: q.enqueue([[1, 2, 3]]), lambda: q.enqueue(['s']), lambda: q.enqueue({'a': 1}),
          lambda: tf.FIFOQueue(1, tf.int32, shapes=[[None]]), lambda: tf.FIFOQueue(1, [tf.int32, tf.int32], [[]]),
          lambda: tf.Session().run(put, {p: [1]}), lambda: tf.Session().run(d.dequeue_many(1))):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
#> ValueError Shapes (3,) and (2,) are incompatible
#> TypeError Expected int32, got 's' of type 'str' instead.
#> ValueError Queue must have names to enqueue a dictionary
#> ValueError All shapes must be fully defined: [TensorShape([Dimension(None)])]
#> ValueError Queue shapes must have the same length as dtypes
#> InvalidArgumentError Shape mismatch in tuple component 0. Expected [2], got [1]
#> InvalidArgumentError FIFOQueue's DequeueMany and DequeueUpTo require the components to have specified shapes.

#: 6.4 a queue that shuffles takes the element whose place is the next number modulo how many there are; the last one moves there
q = tf.RandomShuffleQueue(10, 0, tf.int32, shapes=[[]], seed=5)
put = q.enqueue_many([list(range(10))])
with tf.Session() as s:
    s.run(put)
    print('order', s.run(q.dequeue_many(10)).tolist())
#> order [1, 2, 0, 4, 8, 6, 9, 5, 7, 3]

#: 6.3 a padding queue fills up with zeros; elements can have names
q = tf.PaddingFIFOQueue(5, [tf.int32, tf.string], [[None], []], names=['a', 'b'])
one, two = q.enqueue({'a': [1, 2], 'b': 'x'}), q.enqueue({'a': [3], 'b': 'y'})
batch = q.dequeue_many(2)
print(batch['a'].get_shape(), sorted(batch))
with tf.Session() as s:
    s.run(one)
    s.run(two)
    print('batch', s.run(batch['a']).tolist())
#> (2, ?) ['a', 'b']
#> batch [[1, 2], [3, 0]]

#: 6.3 what a runner puts in when a queue has too little; its end closes the queue
v = tf.Variable(0)
q = tf.FIFOQueue(2, tf.int32, shapes=[[]])
qr = tf.train.QueueRunner(q, [q.enqueue(v.count_up_to(3))])
tf.train.add_queue_runner(qr)
x = q.dequeue()
print(tf.get_collection(tf.GraphKeys.QUEUE_RUNNERS) == [qr], qr.name)
with tf.Session() as s:
    s.run(v.initializer)
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(s, coord)
    print(len(threads))
    try:
        while not coord.should_stop():
            print(s.run(x))
    except tf.errors.OutOfRangeError as e:
        print(str(e).split('\n')[0])
    coord.request_stop()
    coord.join(threads)
#> True fifo_queue
#> 1
#> 0
#> 1
#> 2
#> FIFOQueue '_0_fifo_queue' is closed and has insufficient elements (requested 1, current size 0)

#: 6.3 an error in a runner stops the coordinator, and join raises it
p = tf.placeholder(tf.int32, name='p')
q = tf.FIFOQueue(2, tf.int32)
tf.train.add_queue_runner(tf.train.QueueRunner(q, [q.enqueue(p)]))
with tf.Session() as s:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(s, coord)
    try:
        s.run(q.dequeue())
    except tf.errors.OutOfRangeError as e:
        print('closed', coord.should_stop())
    try:
        coord.join(threads)
    except tf.errors.InvalidArgumentError as e:
        print(str(e).split('\n')[0])
#> closed True
#> You must feed a value for placeholder tensor 'p' with dtype int32

#: [1.2-] 6.3 slices in order, in batches: the nodes of the pipeline and what comes out
i, l = tf.train.slice_input_producer([[[1.], [2.], [3.]], [0, 1, 2]], num_epochs=1, shuffle=False)
bi, bl = tf.train.batch([i, l], batch_size=2, capacity=10, allow_smaller_final_batch=True)
print(bi, bl)
with tf.Session() as s:
    s.run(tf.local_variables_initializer())
    tf.train.start_queue_runners(s)
    for k in range(2):
        x, y = s.run([bi, bl])
        print('batch', x.tolist(), y.tolist())
#> Tensor("batch:0", shape=(?, 1), dtype=float32) Tensor("batch:1", shape=(?,), dtype=int32)
#> batch [[1.0], [2.0]] [0, 1]
#> batch [[3.0]] [2]

#: [1.2-1.12] 6.3 the order of a pipeline's nodes
q = tf.train.range_input_producer(4, shuffle=True, seed=1)
tf.train.shuffle_batch([q.dequeue()], 2, 5, 1)
#n input_producer/range/start input_producer/range/limit input_producer/range/delta input_producer/range:Range
#n input_producer/RandomShuffle input_producer:FIFOQueueV2 input_producer/input_producer_EnqueueMany
#n input_producer/input_producer_Close input_producer/input_producer_Close_1 input_producer/input_producer_Size
#n input_producer/ToFloat:Cast input_producer/mul/y input_producer/mul input_producer/fraction_of_32_full/tags
#n input_producer/fraction_of_32_full:ScalarSummary input_producer_Dequeue shuffle_batch/Const
#n shuffle_batch/random_shuffle_queue shuffle_batch/random_shuffle_queue_enqueue shuffle_batch/random_shuffle_queue_Close
#n shuffle_batch/random_shuffle_queue_Close_1 shuffle_batch/random_shuffle_queue_Size shuffle_batch/sub/y shuffle_batch/sub
#n shuffle_batch/Maximum/x shuffle_batch/Maximum shuffle_batch/ToFloat:Cast shuffle_batch/mul/y shuffle_batch/mul
#n shuffle_batch/fraction_over_1_of_4_full/tags shuffle_batch/fraction_over_1_of_4_full shuffle_batch/n
#n shuffle_batch:QueueDequeueManyV2
