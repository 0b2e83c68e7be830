#: [1.4-] 6.3 a one-shot iterator is a node; its data set is in a function, but for the constants
d = tf.data.Dataset.from_tensor_slices(([1., 2., 3., 4., 5.], ['a', 'b', 'c', 'd', 'e']))
print(d.output_types, d.output_shapes)
d = d.map(lambda x, s: (x * 2, s)).batch(2)
x, s = d.make_one_shot_iterator().get_next()
print(x, s)
with tf.Session() as sess:
    try:
        while True:
            print('next', *sess.run([x, s]))
    except tf.errors.OutOfRangeError as e:
        print(str(e).split('\n')[0])
#> (tf.float32, tf.string) (TensorShape([]), TensorShape([]))
#> Tensor("IteratorGetNext:0", shape=(?,), dtype=float32) Tensor("IteratorGetNext:1", shape=(?,), dtype=string)
#> next [2. 4.] [b'a' b'b']
#> next [6. 8.] [b'c' b'd']
#> next [10.] [b'e']
#> End of sequence
#n [1.4-] tensors/component_0:Const tensors/component_1:Const batch_size:Const OneShotIterator IteratorToStringHandle
#n [1.4-] IteratorGetNext

#: [1.4-] 6.3 an iterator that is initialized reads what is fed then
p = tf.placeholder(tf.int64, [None])
d = tf.data.Dataset.from_tensor_slices({'a': p, 'b': p + 1}).filter(lambda e: e['a'] > 1).repeat(2)
it = d.make_initializable_iterator()
n = it.get_next()
with tf.Session() as s:
    try:
        s.run(n)
    except tf.errors.FailedPreconditionError as e:
        print(str(e).split('\n')[0])
    s.run(it.initializer, {p: [1, 2, 3]})
    print('all', [s.run(n['b']) for k in range(4)])
    s.run(it.initializer, {p: [9]})
    print(sorted(s.run(n).items()) == [('a', 9), ('b', 10)])
#> GetNext() failed because the iterator has not been initialized. Ensure that you have run the initializer operation for this iterator before getting the next element.
#> all [3, 4, 3, 4]
#> True
#n [1.4-] Placeholder add/y add count:Const Iterator TensorSliceDataset:TensorSliceDataset(Placeholder,add) FilterDataset
#n [1.4-] RepeatDataset:RepeatDataset(FilterDataset,count) MakeIterator:MakeIterator(RepeatDataset,Iterator)
#n [1.4-] IteratorToStringHandle IteratorGetNext:IteratorGetNext(Iterator)

#: [1.4-] 6.3 an iterator made from a structure is initialized from any data set of it
one, two = tf.data.Dataset.range(4), tf.data.Dataset.range(10, 30, 10)
it = tf.data.Iterator.from_structure(one.output_types, one.output_shapes)
n = it.get_next()
a, b = it.make_initializer(one), it.make_initializer(two, name='b')
print(n, a.name, b.name)
with tf.Session() as s:
    for op in (a, b, a):
        s.run(op)
        print(s.run(n), s.run(n))
try:
    it.make_initializer(tf.data.Dataset.from_tensors(1.0))
except TypeError as e:
    print(e)
try:
    it.initializer
except ValueError as e:
    print(e)
#> Tensor("IteratorGetNext:0", shape=(), dtype=int64) make_initializer b
#> 0 1
#> 10 20
#> 0 1
#> Expected output types tf.int64 but got dataset with output types tf.float32.
#> Iterator does not have an initializer.

#: [1.4-] 6.3 take, skip, zip, concatenate, cache, prefetch, flat_map
R = tf.data.Dataset.range
d = tf.data.Dataset.zip((R(6).take(3), R(6).skip(4).concatenate(R(1)).cache().prefetch(2)))
f = R(4).flat_map(lambda x: tf.data.Dataset.from_tensors(x).repeat(x))
n, m = d.make_one_shot_iterator().get_next(), f.make_one_shot_iterator().get_next()
with tf.Session() as s:
    print('zip', [tuple(int(v) for v in s.run(n)) for k in range(3)])
    print('flat', [int(s.run(m)) for k in range(6)])
#> zip [(0, 4), (1, 5), (2, 0)]
#> flat [1, 2, 2, 3, 3, 3]

#: [1.4-] 6.3 a generator is started for each iteration; its elements are checked
starts = []
def numbers():
    starts.append(len(starts))
    for k in range(2):
        yield k, [k] * k
def bad():
    yield 'x'
def wrong():
    yield [1, 2, 3]
D = tf.data.Dataset
d = D.from_generator(numbers, (tf.int32, tf.int64), (tf.TensorShape([]), tf.TensorShape([None]))).repeat(2)
n = d.make_one_shot_iterator().get_next()
print(n[0], n[1])
with tf.Session() as s:
    for k in range(4):
        x, y = s.run(n)
        print(x, y.tolist(), starts)
    for g, shape in ((bad, []), (wrong, [2])):
        try:
            s.run(D.from_generator(g, tf.float32, shape).make_one_shot_iterator().get_next())
        except tf.errors.InvalidArgumentError as e:
            print(str(e).split('\n')[0])
#> Tensor("IteratorGetNext:0", shape=(), dtype=int32) Tensor("IteratorGetNext:1", shape=(?,), dtype=int64)
#> 0 [] [0]
#> 1 [1] [0]
#> 0 [] [0, 1]
#> 1 [1] [0, 1]
#> TypeError: `generator` yielded an element that could not be converted to the expected type. The expected type was float32, but the yielded element was x.
#> ValueError: `generator` yielded an element of shape (3,) where an element of shape (2,) was expected.

#: [1.4-] 6.3 elements of different shapes make no batch
d = tf.data.Dataset.range(1, 4).map(lambda x: tf.fill([x], 7)).batch(2)
print(d)
tf.Session().run(d.make_one_shot_iterator().get_next())
#> [1.4-1.12] <BatchDataset shapes: (?, ?), types: tf.int32>
#> [1.13-] <DatasetV1Adapter shapes: (?, ?), types: tf.int32>
#! InvalidArgumentError: Cannot batch tensors with different shapes in component 0. First element had shape [1] and element 1 had shape [2].

#: [1.8-] 6.4 shuffle takes the element whose place is the next number modulo how many it holds; the first one moves there
n = tf.data.Dataset.range(6).shuffle(10, seed=5, reshuffle_each_iteration=False).make_one_shot_iterator().get_next()
with tf.Session() as s:
    print('order', [int(s.run(n)) for k in range(6)])
#> order [1, 5, 2, 0, 4, 3]

#: [1.4-1.7] 6.4 its order before is not known
tf.data.Dataset.range(6).shuffle(10, seed=5)
#! Refused: the order of shuffle with a seed before 1.8 is not modelled

#: [1.4-] 6.3 a function of a data set has a graph of its own here
v = tf.Variable(1.0)
tf.data.Dataset.range(3).map(lambda x: tf.cast(x, tf.float32) * v)
#! Refused: a function of a data set that uses tensors or variables of the graph around it is not modelled

#: [1.4-] 6.3 interleave takes blocks from so many data sets in turns; padded_batch fills up
R = tf.data.Dataset.range
i = R(1, 4).interleave(lambda x: tf.data.Dataset.from_tensors(x).repeat(x + 1), 2, 2)
n = i.make_one_shot_iterator().get_next()
d = R(1, 4).map(lambda x: (tf.fill([x], x), x)).padded_batch(2, ([None], []), (tf.constant(-1, tf.int64), tf.constant(0, tf.int64)))
x, y = d.make_one_shot_iterator().get_next()
print(x, d.output_shapes)
e = R(1, 3).map(lambda x: tf.fill([x], 7)).padded_batch(2, [4]).make_one_shot_iterator().get_next()
small = R(1, 3).map(lambda x: tf.fill([x], 7)).padded_batch(2, [1]).make_one_shot_iterator().get_next()
with tf.Session() as s:
    print('interleaved', [int(s.run(n)) for k in range(9)])
    for k in range(2):
        a, b = s.run([x, y])
        print('padded', a.tolist(), b.tolist())
    print('to four', s.run(e).tolist())
    try:
        s.run(small)
    except tf.errors.DataLossError as error:
        print(str(error).split('\n')[0])
#> Tensor("IteratorGetNext_1:0", shape=(?, ?), dtype=int64) (TensorShape([Dimension(None), Dimension(None)]), TensorShape([Dimension(None)]))
#> interleaved [1, 1, 2, 2, 2, 3, 3, 3, 3]
#> padded [[1, -1], [2, 2]] [1, 2]
#> padded [[3, 3, 3]] [3]
#> to four [[7, 0, 0, 0], [7, 7, 0, 0]]
#> Attempted to pad to a smaller size than the input element.
