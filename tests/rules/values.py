#: 6.3 norms and counts are composed of reductions
x = tf.constant([[3., -4.], [0., 1.]])
a, b, c = tf.norm(x, axis=1), tf.norm(x, 1, axis=0), tf.count_nonzero(x)
with tf.Session() as s:
    print(a.name, s.run(a), s.run(b), s.run(c), s.run(tf.trace(x)))
#> norm/Squeeze:0 [5. 1.] [3. 5.] 3 4.0
#: 6.3 segments are rows joined by their numbers; those without a row are zero
a = tf.segment_sum([[1, 2], [3, 4], [5, 6]], [0, 0, 2])
b = tf.unsorted_segment_sum([1, 2, 3], [2, 0, 2], 3)
c = tf.scatter_nd([[1], [3], [1]], [5, 6, 7], [5])
with tf.Session() as s:
    print('rows', s.run(a).tolist(), s.run(b), s.run(c))
    print('parts', [p.tolist() for p in s.run(tf.dynamic_partition([1, 2, 3, 4], [0, 1, 0, 1], 2))])
#> rows [[4, 6], [0, 0], [5, 6]] [2 0 4] [ 0 12  0  6  0]
#> parts [[1, 3], [2, 4]]
#: 6.3 segment numbers must not decrease, and those of unsorted segments must be below their number
def fails(t):
    try:
        with tf.Session() as s:
            s.run(t)
    except tf.errors.InvalidArgumentError as e:
        print(e.message.split('\n')[0])
fails(tf.segment_sum([1, 2], [1, 0]))
fails(tf.unsorted_segment_sum([1, 2], [0, 5], 2))
#> segment ids are not increasing
#> segment_ids[1] = 5 is out of range [0, 2)
#: 6.3 matrices: determinant, inverse, solution, triangle, band
m = tf.constant([[4., 2.], [1., 3.]])
with tf.Session() as s:
    print('det', s.run(tf.matrix_determinant(m)), s.run(tf.matrix_solve(m, [[8.], [7.]])).tolist())
    print('chol', s.run(tf.cholesky([[4., 2.], [2., 5.]])).tolist())
    print('band', s.run(tf.matrix_band_part(tf.ones([2, 3], tf.int32), 0, -1)).tolist())
    print('cross', s.run(tf.cross([1., 0., 0.], [0., 1., 0.])))
#> det 10.0 [[1.0], [2.0]]
#> chol [[2.0, 0.0], [1.0, 2.0]]
#> band [[1, 1, 1], [0, 1, 1]]
#> cross [0. 0. 1.]
#: 6.3 a matrix without an inverse ends the run
tf.Session().run(tf.matrix_inverse([[1., 2.], [2., 4.]]))
#! InvalidArgumentError: Input matrix is not invertible.
#: 6.3 tensordot sums over the axes that are named, or over the last and first ones
a = tf.tensordot(tf.constant([[1, 2], [3, 4]]), tf.constant([[1, 0], [0, 2]]), 1)
b = tf.tensordot(tf.ones([2, 3, 4]), tf.ones([4, 3]), [[1, 2], [1, 0]])
p = tf.tensordot(tf.placeholder(tf.float32, [None, 3, 4]), tf.ones([4, 5]), 1)
with tf.Session() as s:
    print(a.name, s.run(a).tolist(), s.run(b), p.get_shape())
#> Tensordot:0 [[1, 4], [3, 8]] [12. 12.] (?, 3, 5)
#: 6.3 arrays: masks, identities, grids, blocks of pixels
with tf.Session() as s:
    print('mask', s.run(tf.sequence_mask([1, 3], 3, tf.int32)).tolist())
    print('eye', s.run(tf.eye(2, 3, dtype=tf.int32)).tolist())
    print('grid', [g.tolist() for g in s.run(tf.meshgrid([1, 2], [4, 5, 6]))])
    print('blocks', s.run(tf.space_to_depth(tf.reshape(tf.range(8), [1, 2, 4, 1]), 2)).tolist())
    print('pixels', s.run(tf.depth_to_space(tf.reshape(tf.range(4), [1, 1, 1, 4]), 2)).tolist())
#> mask [[1, 0, 0], [1, 1, 1]]
#> eye [[1, 0, 0], [0, 1, 0]]
#> grid [[[1, 2], [1, 2], [1, 2]], [[4, 4], [5, 5], [6, 6]]]
#> blocks [[[[0, 1, 4, 5], [2, 3, 6, 7]]]]
#> pixels [[[[0], [1]], [[2], [3]]]]
#: [1.12-] 6.3 sorting is a top_k of the negative values
a = tf.sort([3, 1, 2])
with tf.Session() as s:
    print(a.name, s.run(a), s.run(tf.argsort([3, 1, 2], direction='DESCENDING')))
#> sort/Neg_1:0 [1 2 3] [0 2 1]
#: 6.3 convolutions in one dimension and transposed ones are convolutions in two
x = tf.constant([[[1.], [2.], [3.], [4.]]])
a = tf.nn.conv1d(x, tf.ones([2, 1, 1]), 2, 'VALID')
b = tf.nn.conv2d_transpose(tf.ones([1, 1, 2, 1]), tf.reshape([1., 2.], [1, 2, 1, 1]), [1, 1, 4, 1], [1, 1, 2, 1])
with tf.Session() as s:
    print(a.name, s.run(a).tolist(), b.name, s.run(b).tolist())
#> conv1d/Squeeze:0 [[[3.0], [7.0]]] conv2d_transpose:0 [[[[1.0], [2.0], [1.0], [2.0]]]]
#: 6.3 a local response is divided by the squares of the channels around it
x = tf.reshape(tf.constant([3., 4., 0.]), [1, 1, 1, 3])
with tf.Session() as s:
    print('lrn', s.run(tf.nn.lrn(x, 1, bias=0., beta=0.5)).tolist())
#> [1.0-] lrn [[[[0.6000000238418579, 0.800000011920929, 0.0]]]]
#: 6.3 complex numbers: constants, arithmetic, parts
c = tf.constant([1 + 2j, 3 - 4j])
d = tf.complex([1., 2.], [3., 4.])
with tf.Session() as s:
    print(c.dtype.name, s.run(tf.real(c)), s.run(tf.imag(c)), s.run(tf.abs(c[1:])), s.run(tf.conj(c)).tolist())
    print((c * c).dtype.name, s.run(c * c).tolist(), s.run(tf.cumsum(c)).tolist(), d.dtype.name, s.run(d).tolist())
#> complex128 [1. 3.] [ 2. -4.] [5.] [(1-2j), (3+4j)]
#> complex128 [(-3+4j), (-7-24j)] [(1+2j), (4-2j)] complex64 [(1+3j), (2+4j)]
#: 6.3 images are turned over, cut and given another size
x = tf.reshape(tf.range(4), [2, 2, 1])
with tf.Session() as s:
    print('flip', s.run(tf.image.flip_left_right(x)).ravel(), s.run(tf.image.flip_up_down(x)).ravel())
    print('near', s.run(tf.image.resize_images(x, [2, 4], method=tf.image.ResizeMethod.NEAREST_NEIGHBOR)).ravel())
    print('line', s.run(tf.image.resize_images(x, [3, 3], align_corners=True)).ravel())
    print('same', tf.image.resize_images(x, [2, 2]).get_shape(), s.run(tf.random_crop(tf.range(10), [3], seed=2)).shape)
#> flip [1 0 3 2] [2 3 0 1]
#> near [0 0 1 1 2 2 3 3]
#> line [0.  0.5 1.  1.  1.5 2.  2.  2.5 3. ]
#> same (2, 2, 1) (3,)
#: [1.2-] 5.1 a dense layer of more than two dimensions is a tensordot
y = tf.layers.dense(tf.placeholder(tf.float32, [None, 3, 4]), 5)
print(y.name, y.get_shape(), [v.name for v in tf.trainable_variables()])
print([n for n in ('axes', 'free', 'MatMul', 'concat_1') if 'dense/Tensordot/' + n in [o.name for o in tf.get_default_graph().get_operations()]])
#> dense/BiasAdd:0 (?, 3, 5) ['dense/kernel:0', 'dense/bias:0']
#> [1.2-] ['axes', 'free', 'MatMul', 'concat_1']
#: 6.3 candidates of a sampled loss are different classes, drawn by the graph's seed
tf.set_random_seed(1)
s = tf.nn.log_uniform_candidate_sampler(tf.constant([[1]], tf.int64), 1, 5, True, 20)
w = tf.ones([20, 4])
loss = tf.nn.nce_loss(weights=w, biases=tf.zeros([20]), labels=tf.constant([[1], [2]]), inputs=tf.ones([2, 4]), num_sampled=5, num_classes=20)
with tf.Session() as sess:
    picked = sess.run(s[0])
    print(len(set(picked.tolist())), picked.max() < 20, s[1].get_shape(), sess.run(loss).shape)
#> 5 True (1, 1) (2,)
#: 6.3 sparse cross entropies of more than a matrix are flattened; the op has the name of its scope
l = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[[0, 1]], logits=tf.zeros([1, 2, 2]), name='x')
m = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[0], logits=tf.zeros([1, 2]), name='y')
with tf.Session() as s:
    print(l.name, l.get_shape(), m.op.inputs[0].get_shape(), m.name, round(float(s.run(l)[0, 1]), 4))
#> x/Reshape_2:0 (1, 2) (1, 2) y/y:0 0.6931
#: 6.3 texts are joined, numbers counted and stitched
with tf.Session() as s:
    print('join', s.run(tf.string_join(['a', ['b', 'c']], '-')), s.run(tf.bincount([1, 1, 3], minlength=6)))
    print('stitch', s.run(tf.dynamic_stitch([[0, 2], [1]], [[10, 20], [30]])), [v.tolist() for v in s.run(tf.setdiff1d([1, 2, 3], [2]))])
#> join [b'a-b' b'a-c'] [0 2 0 1 0 0]
#> stitch [10 30 20] [[1, 3], [0, 2]]
#: 6.3 a confusion matrix counts pairs; weights count instead of one
a = tf.confusion_matrix([1, 2, 0], [2, 2, 0])
b = tf.confusion_matrix([0, 1, 1], [1, 1, 0], num_classes=2, weights=[1, 2, 3])
with tf.Session() as s:
    print('pairs', s.run(a).tolist(), s.run(b).tolist(), s.run(tf.sparse_to_dense([[0, 1], [2, 0]], [3, 2], [5, 6])).tolist())
#> pairs [[1, 0, 0], [0, 0, 1], [0, 0, 1]] [[0, 1], [3, 2]] [[0, 5], [0, 0], [6, 0]]
#: 5.3 optimize_loss: a variable for the rate, gradients that are clipped, the step, the loss behind it
w = tf.Variable([3.0, 4.0], name='w')
step = tf.contrib.framework.get_or_create_global_step()
train = tf.contrib.layers.optimize_loss(tf.reduce_sum(tf.square(w)) / 2, step, 0.5, 'SGD', clip_gradients=1.0)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print(s.run(train), [round(float(v), 3) for v in s.run(w)], s.run(step), [v.op.name for v in tf.global_variables()][2:])
#> 12.5 [2.7, 3.6] 1 ['OptimizeLoss/learning_rate']
#: 6.3 shapes that are known when the graph runs, and do not fit, are errors of the run
def d(x):
    return tf.placeholder_with_default(tf.constant(x), None)
def fails(t):
    try:
        with tf.Session() as s:
            s.run(t)
        print('no error')
    except tf.errors.InvalidArgumentError as e:
        print(e.op.type, e.message.split(':')[0].split('\n')[0])
print(d([1]).get_shape())
fails(tf.bincount([1, 2], weights=d([1.])))
fails(tf.matrix_triangular_solve(d([[1., 0.], [0., 1.]]), d([1.])))
fails(tf.matrix_set_diag(d([[1., 2.], [3., 4.]]), d([1., 2., 3.])))
fails(tf.image.resize_bilinear(tf.zeros([1, 1, 1, 3]), d([3])))
fails(tf.segment_sum(d([1, 2]), d([0, 1, 2])))
fails(tf.scatter_nd(d([[9]]), d([1]), [3]))
fails(tf.dynamic_partition(d([1, 2]), d([0]), 2))
fails(tf.cross(d([1., 2.]), d([1., 2.])))
fails(tf.nn.lrn(d([1., 2.])))
fails(tf.multinomial(d([1., 2.]), 2))
#> <unknown>
#> Bincount weights must be the same shape as arr or a length-0 tensor, in which case it acts as all weights equal to 1.
#> MatrixTriangularSolve Input matrix and right hand side must have the same number of rows
#> MatrixSetDiag must have diagonal.shape == input.shape[
#> ResizeBilinear shape_t must have two elements
#> SegmentSum segment_ids should be the same size as dimension 0 of input.
#> ScatterNd Invalid indices
#> DynamicPartition data.shape must start with partitions.shape
#> Cross Cross-products are only defined for 3-element vectors.
#> LRN input must be 4-dimensional
#> Multinomial logits should be a matrix, got shape [2]

#: [1.12-] 6.3 @BFLOAT16 bfloat16: the upper half of a float32, rounded to nearest even; a numpy type of TensorFlow's own
s = tf.Session()
a = tf.constant([1.0, 0.1, -2.5], tf.bfloat16)
p = tf.placeholder(tf.bfloat16, [2])
v = tf.Variable(tf.constant([1.0, 2.0], tf.bfloat16))
s.run(v.initializer)
print(tf.bfloat16, tf.bfloat16.as_datatype_enum, tf.bfloat16.size, tf.bfloat16.max, a)
print(s.run(a), s.run(a[2]), [s.run(a[2])], s.run(a).dtype)
print(s.run(tf.cast(a, tf.float32)), s.run(tf.cast([257, 258, 259], tf.bfloat16)))
print(s.run(p * p, {p: [3, 1.0078125]}), s.run(v.assign_add(p), {p: [0.0078125, 256]}))
try:
    tf.add(a, tf.constant(1.0))
except TypeError as e:
    print(str(e).split('Op ')[1])
#> <dtype: 'bfloat16'> 14 2 3.38953139e+38 Tensor("Const:0", shape=(3,), dtype=bfloat16)
#> [1.12-] [bfloat16(1) bfloat16(0.100097656) bfloat16(-2.5)] -2.5 [bfloat16(-2.5)] bfloat16
#> [1.12-] [ 1.          0.10009766 -2.5       ] [bfloat16(256) bfloat16(258) bfloat16(260)]
#> [1.12-] [bfloat16(9) bfloat16(1.015625)] [bfloat16(1.0078125) bfloat16(258)]
#> has type float32 that does not match type bfloat16 of argument 'x'.

#: [-1.11] 6.3 bfloat16 of the earlier releases is not modelled
tf.placeholder('bfloat16')
#! Refused: bfloat16 before 1.12 is not modelled

#: [1.12-] 6.3 bfloat16 in an operation whose kernel is not known
tf.exp(tf.constant(1.0, tf.bfloat16))
#! Refused: Exp of bfloat16 is not modelled

#: [1.12-] 6.3 random numbers of bfloat16
tf.random_normal([2], dtype=tf.bfloat16)
#! Refused: RandomStandardNormal of bfloat16 is not modelled

#: 6.3 the quantized types describe tensors
for t in (tf.qint8, tf.quint8, tf.qint32, tf.qint16, tf.quint16):
    print(t, t.as_datatype_enum, t.size, t.is_quantized, t.is_integer, tf.placeholder(t, [2]).dtype.name)
try:
    tf.qint8.max
except TypeError as e:
    print(e)
#> <dtype: 'qint8'> 11 1 True False qint8
#> <dtype: 'quint8'> 12 1 True False quint8
#> <dtype: 'qint32'> 13 4 True False qint32
#> <dtype: 'qint16'> 15 2 True False qint16
#> <dtype: 'quint16'> 16 2 True False quint16
#> Cannot find maximum value of <dtype: 'qint8'>.

#: 6.3 values of the quantized types are not modelled
tf.constant(1, tf.qint8)
#! Refused: a value of type qint8 is not modelled
#: [1.5-] 6.3 a filter that is spread out touches every second element
x = tf.reshape(tf.constant([float(i) for i in range(16)]), [1, 4, 4, 1])
c = tf.nn.conv2d(x, tf.ones([2, 2, 1, 1]), [1, 1, 1, 1], 'VALID', dilations=[1, 2, 2, 1])
with tf.Session() as s:
    print(c.get_shape(), s.run(c)[0, :, :, 0].tolist())
#> (1, 2, 2, 1) [[20.0, 24.0], [36.0, 40.0]]

#: 1.7 what a CPU refuses: channels first, depths that differ, other ranks
x = tf.placeholder(tf.float32, [1, 3, 4, 4])
w = tf.zeros([2, 2, 3, 5])
any_shape = tf.placeholder(tf.float32)
nodes = [tf.nn.conv2d(x, w, [1, 1, 1, 1], 'SAME', data_format='NCHW'),
         tf.nn.max_pool(x, [1, 1, 2, 2], [1, 1, 2, 2], 'SAME', data_format='NCHW'),
         tf.nn.avg_pool(x, [1, 1, 2, 2], [1, 1, 2, 2], 'SAME', data_format='NCHW'),
         tf.nn.bias_add(x, [1., 2., 3.], data_format='NCHW')]
conv = tf.nn.conv2d(any_shape, w, [1, 1, 1, 1], 'SAME')
print([n.shape.as_list() for n in nodes] == [[1, 5, 4, 4], [1, 3, 2, 2], [1, 3, 2, 2], [1, 3, 4, 4]])
with tf.Session() as s:
    zeros = [[[[0.] * 4] * 4] * 3]
    for node, feed in [(n, {x: zeros}) for n in nodes] + [(conv, {any_shape: zeros}), (conv, {any_shape: [1., 2.]})]:
        try:
            s.run(node, feed)
        except tf.errors.OpError as e:
            print(type(e).__name__, e.message.split('\n')[0])
#> True
#> UnimplementedError Generic conv implementation only supports NHWC tensor format for now.
#> InvalidArgumentError Default MaxPoolingOp only supports NHWC.
#> InvalidArgumentError Default AvgPoolingOp only supports NHWC.
#> InvalidArgumentError CPU BiasOp only supports NHWC.
#> InvalidArgumentError input and filter must have the same depth: 4 vs 3
#> InvalidArgumentError input must be 4-dimensional[2]
