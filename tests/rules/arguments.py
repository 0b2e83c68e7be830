#: 5.4 back_prop=False: nothing flows back through a loop
x = tf.constant([1., 2.])
a = tf.while_loop(lambda i: i < 3., lambda i: i * 2., [x[0]], back_prop=False)
b = tf.map_fn(lambda v: v * v, x, back_prop=False)
c = tf.scan(lambda v, w: v + w * w, x, back_prop=False)
print('none', tf.gradients(a, x), tf.gradients(b, x), tf.gradients(c, x))
g, = tf.gradients(b + x, x)
print('beside', tf.Session().run(g).tolist())
#> [1.3-] none [None] [None] [None]
#> [1.3-] beside [1.0, 1.0]
#! [-1.2] Refused: the gradient of a tf.while_loop before TensorFlow 1.3 (while/Exit) is not modelled
#: 1.7 verify_shape of a constant: the value has the shape already
print(tf.constant([1, 2], shape=[2], verify_shape=True).shape)
tf.constant(1, shape=[2], verify_shape=True)
#> (2,)
#! TypeError: Expected Tensor's shape: (2,), got ().
#: 1.7 batch_dims of tf.gather would change the result
print(tf.gather([[1, 2], [3, 4]], [[0], [1]], batch_dims=0).shape)
tf.gather([[1, 2], [3, 4]], [[0], [1]], batch_dims=1)
#> [1.14-] (2, 1, 2)
#! [1.14-] Refused: batch_dims of gather() other than 0 is not modelled
#! [-1.13] TypeError: gather() got an unexpected keyword argument 'batch_dims'
#: 6.3 keepdims of tf.nn.moments is heard under its newer name, too
m, v = tf.nn.moments(tf.constant([[1., 2.], [3., 4.]]), [0], keepdims=True)
with tf.Session() as s: print('moments', s.run(m).tolist(), s.run(v).tolist())
#> [1.12-] moments [[2.0, 3.0]] [[1.0, 1.0]]
#! [-1.11] TypeError: moments() got an unexpected keyword argument 'keepdims'
#: 6.3 shift of tf.nn.moments moves nothing since 1.2
m, v = tf.nn.moments(tf.constant([[1., 2.], [3., 4.]]), [0], shift=tf.constant([1., 1.]))
with tf.Session() as s: print('moments', s.run(m).tolist(), s.run(v).tolist())
#> [1.2-] moments [2.0, 3.0] [1.0, 1.0]
#! [-1.1] Refused: shift of moments() other than None is not modelled
#: 6.3 dilations of tf.nn.conv1d leave out rows between those that are taken
x = tf.reshape(tf.constant([1., 2., 4., 8., 16., 32., 64.]), [1, 7, 1])
c = tf.nn.conv1d(x, tf.ones([3, 1, 1]), 1, 'VALID', dilations=2)
print('conv', tf.Session().run(c).ravel().tolist())
#> [1.13-] conv [21.0, 42.0, 84.0]
#! [-1.12] TypeError: conv1d() got an unexpected keyword argument 'dilations'
#: 6.3 a stride of tf.nn.conv1d for each dimension: the one in the middle counts
print(tf.nn.conv1d(tf.ones([1, 7, 2]), tf.ones([3, 2, 4]), [1, 2, 1], 'VALID').shape)
#> (1, 3, 4)
#: 6.3 use_cudnn_on_gpu of a convolution is an attribute of its node, scattering says whether it locks
c = tf.nn.conv2d(tf.ones([1, 4, 4, 1]), tf.ones([2, 2, 1, 1]), [1, 1, 1, 1], 'SAME', use_cudnn_on_gpu=False)
v = tf.Variable([1, 2, 3])
print(tf.scatter_update(v, [0], [5]).op.get_attr('use_locking'), tf.scatter_add(v, [0], [5]).op.get_attr('use_locking'),
      tf.scatter_sub(v, [0], [5], use_locking=True).op.get_attr('use_locking'))
#> True False True
#: 6.3 drawn numbers have the type that is asked for
print(tf.multinomial([[1., 1.]], 2, output_dtype=tf.int32).dtype.name)
#> [1.6-] int32
#! [-1.5] TypeError: multinomial() got an unexpected keyword argument 'output_dtype'
#: 6.3 the conjugate of real numbers is themselves; of complex ones it is not modelled
print(tf.transpose(tf.constant([[1., 2.]]), conjugate=True).shape)
tf.transpose(tf.constant([[1 + 2j]]), conjugate=True)
#> [1.7-] (2, 1)
#! [1.7-] Refused: tf.transpose of complex numbers with conjugate is not modelled
#! [-1.6] TypeError: transpose() got an unexpected keyword argument 'conjugate'
#: 5.4 strict of tf.cond would keep lists of one
tf.cond(tf.constant(True), lambda: [1], lambda: [2], strict=False)
tf.cond(tf.constant(True), lambda: [1], lambda: [2], strict=True)
#! [1.2-] Refused: strict of cond() other than False is not modelled
#! [-1.1] TypeError: cond() got an unexpected keyword argument 'strict'
#: 1.7 the classes of a cross entropy may lie along another axis, which is moved to the end
x = tf.constant([[1., 2.], [3., 5.]], name='x')
y = tf.constant([[1., 0.], [0., 1.]], name='y')
l = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=x, dim=0)
names = [n.name for n in tf.get_default_graph().get_operations() if n.type in ('Transpose', 'SoftmaxCrossEntropyWithLogits')]
print([n.split('/')[-1] for n in names], l.shape)
with tf.Session() as s:
    print('loss', [round(float(v), 4) for v in s.run(l)])
    print('same', s.run(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=x, dim=1) -
                        tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=x)).tolist())
#> [-1.4] ['transpose', 'transpose_1', 'SoftmaxCrossEntropyWithLogits'] (2,)
#> [1.5-] ['transpose', 'transpose_1', 'softmax_cross_entropy_with_logits_sg'] (2,)
#> loss [2.1269, 0.0486]
#> same [0.0, 0.0]
#: 1.7 axis and dim of a cross entropy are two names of one argument
y = tf.constant([[1., 0.]])
print(tf.nn.softmax_cross_entropy_with_logits_v2(labels=y, logits=y, dim=0).shape,
      tf.nn.softmax_cross_entropy_with_logits_v2(labels=y, logits=y, axis=-1).shape)
tf.nn.softmax_cross_entropy_with_logits_v2(labels=y, logits=y, axis=0, dim=0)
#> [1.5-] (2,) (1,)
#! [1.5-] ValueError: Cannot specify both 'dim' and 'axis'
#! [-1.4] AttributeError: module 'tensorflow.python.ops.nn' has no attribute 'softmax_cross_entropy_with_logits_v2'
#: 1.7 softmax along another axis than the last one: it is swapped with the last one, and back
x = tf.constant([[1., 2.], [3., 5.]], name='x')
y = tf.nn.softmax(x, 0, name='s')
with tf.Session() as s:
    print('softmax', y.shape, [[round(float(v), 4) for v in row] for row in s.run(y)])
#n [-1.12] x
#n [1.13-] x Rank Rank_1 Sub/y Sub range/start range/limit range/delta range range_1/start range_1/delta range_1
#n [1.13-] concat/values_1:Pack concat/values_3 concat/axis concat transpose:Transpose(x,concat) Softmax:Softmax(transpose)
#n [1.13-] Sub_1/y Sub_1 range_2/start range_2/limit range_2/delta range_2 range_3/start range_3/delta range_3
#n [1.13-] concat_1/values_1 concat_1/values_3 concat_1/axis concat_1 s:Transpose(Softmax,concat_1)
#> [1.13-] softmax (2, 2) [[0.1192, 0.0474], [0.8808, 0.9526]]
#! [-1.12] Refused: softmax along another axis than the last one before 1.13 is not modelled
#: 1.7 an axis of softmax counts from the end, too, and must be there
x = tf.ones([2, 3, 4])
y = tf.nn.log_softmax(x, -2)
with tf.Session() as s:
    print('softmax', y.shape, round(float(s.run(y)[0, 0, 0]), 4))
tf.nn.softmax(x, 3)
#> [1.13-] softmax (2, 3, 4) -1.0986
#! [1.13-] InvalidArgumentError: Dimension (3) must be in the range [-3, 3) where 3 is the number of dimensions in the input.
#! [-1.12] Refused: softmax along another axis than the last one before 1.13 is not modelled
#: 5.1 an option of a layer that is not modelled is named
tf.layers.Dense(3, dtype=tf.float64)
#! [1.0] Refused: tf.layers.Dense is not modelled
#! [1.1-] Refused: the argument dtype of a layer is not modelled
#: 5.1 nor does a call of a layer take more than it knows
tf.layers.Dense(3)(tf.ones([2, 2]), scope='a')
#! [1.0] Refused: tf.layers.Dense is not modelled
#! [1.1-] Refused: the argument scope of __call__() is not modelled
#: 5.5 what FtrlOptimizer adds to its losses is not modelled
tf.train.FtrlOptimizer(0.1, l2_shrinkage_regularization_strength=0.0)
tf.train.FtrlOptimizer(0.1, l2_shrinkage_regularization_strength=0.5)
#! [1.4-] Refused: l2_shrinkage_regularization_strength of FtrlOptimizer() other than 0.0 is not modelled
#! [-1.3] TypeError: __init__() got an unexpected keyword argument 'l2_shrinkage_regularization_strength'
#: 6.3 a saver pads the numbers of steps when it is asked to
v = tf.Variable(1.)
saver = tf.train.Saver(pad_step_number=True)
with tf.Session() as s:
    s.run(v.initializer)
    print(saver.save(s, '/tmp/m', global_step=12))
saver.save(tf.Session(), '/tmp/m', write_state=False)
#> /tmp/m-00000012
#! FailedPreconditionError: Attempting to use uninitialized value Variable
#: 6.3 flags have a default and a text; what would be checked is not modelled
tf.flags.DEFINE_integer('a', 1, 'a number')
print(tf.flags.FLAGS.a)
tf.flags.DEFINE_integer('b', 1, 'a number', lower_bound=3)
#> 1
#! Refused: the argument lower_bound of DEFINE_integer() is not modelled
#: 6.1 the collection of regularization losses is asked by scope
print("empty", tf.losses.get_regularization_losses(scope="a"))
tf.losses.get_regularization_losses(name='a')
#> empty []
#! TypeError: get_regularization_losses() got an unexpected keyword argument 'name'
#: 4.1 variable_op_scope passes its constraint on
with tf.variable_op_scope([], 'a', constraint=abs) as s: print(s.constraint is abs)
#> [1.4-] True
#! [-1.3] TypeError: variable_op_scope() got an unexpected keyword argument 'constraint'
#: 6.1 a collection of outputs is cleared when it is asked for
tf.contrib.layers.flatten(tf.ones([2, 2]), outputs_collections='outs')
print(len(tf.contrib.layers.utils.convert_collection_to_dict('outs', clear_collection=True)), tf.get_collection('outs'))
#> 1 []
#: 5.4 what a cell of the program tells RNNCell is not modelled; telling nothing is
class Cell(tf.nn.rnn_cell.RNNCell):
    def __init__(self, **options):
        super(Cell, self).__init__(**options)
Cell(_reuse=None)
Cell(name='mine')
#! [1.2-] Refused: the argument name of RNNCell.__init__() is not modelled
#! [-1.1] AttributeError: module 'tensorflow.python.ops.nn' has no attribute 'rnn_cell'
#: 6.3 sparse_to_dense looks at its indices when it is asked to
def tried(indices, **options):
    try:
        with tf.Session() as s:
            print('dense', s.run(tf.sparse_to_dense(indices, [5], [7, 8], default_value=-1, **options)).tolist())
    except tf.errors.InvalidArgumentError as e:
        print(e.message.split('\n')[0])
tried([1, 3])
tried([3, 1], validate_indices=False)
tried([3, 1])
tried([3, 3])
tried([3, 9])
#> dense [-1, 7, -1, 8, -1]
#> dense [-1, 8, -1, 7, -1]
#> indices[1] = [1] is out of order
#> indices[1] = [3] is repeated
#> indices[1] = [9] is out of bounds: need 0 <= index < [5]
#: [1.2-] 5.4 the dtype of a cell is that of its inputs
cell = tf.nn.rnn_cell.BasicRNNCell(2, dtype=tf.float32)
print(cell(tf.ones([1, 3]), tf.zeros([1, 2]))[0].dtype.name)
tf.nn.rnn_cell.BasicRNNCell(2, dtype=tf.float64)(tf.ones([1, 3]), tf.zeros([1, 2]))
#> float32
#! Refused: a cell whose dtype is not that of its inputs is not modelled
