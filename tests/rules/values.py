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
