#: 5.1 @LAYER_SCOPES layers without a name: variables are numbered one by one, up to 1.5 ops skip a number
x = tf.ones([2, 3])
for units in (4, 5, 6):
    x = tf.layers.dense(x, units)
    print(x.name)
with tf.name_scope('ns'):
    print(tf.layers.dense(x, 7).name)
print([v.op.name for v in tf.global_variables()])
#> dense/BiasAdd:0
#> [-1.5] dense_2/BiasAdd:0
#> [-1.5] dense_3/BiasAdd:0
#> [1.6-] dense_1/BiasAdd:0
#> [1.6-] dense_2/BiasAdd:0
#> ns/dense/BiasAdd:0
#> [-] ['dense/kernel', 'dense/bias', 'dense_1/kernel', 'dense_1/bias', 'dense_2/kernel', 'dense_2/bias', 'dense_3/kernel', 'dense_3/bias']

#: 5.1 a name given twice shares with reuse, and is an error without
x = tf.ones([2, 3])
a = tf.layers.dense(x, 3, name='fc')
b = tf.layers.dense(a, 3, name='fc', reuse=True)
print(a.name, b.name, len(tf.global_variables()))
tf.layers.dense(b, 3, name='fc')
#> [-1.5] fc/BiasAdd:0 fc_2/BiasAdd:0 2
#> [1.6-] fc/BiasAdd:0 fc_1/BiasAdd:0 2
#! [-1.3] ValueError: Variable fc/kernel already exists, disallowed. Did you mean to set reuse=True in VarScope? Originally defined at:
#! [1.4-] ValueError: Variable fc/kernel already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:

#: 5.1 layers in a variable scope, and the same again under reuse
def net():
    h = tf.layers.dense(tf.ones([1, 2]), 2)
    return h.name, tf.layers.dense(h, 2).name
with tf.variable_scope('net'):
    print(net())
with tf.variable_scope('net', reuse=True):
    print(net())
print([v.op.name for v in tf.global_variables()])
#> [-1.5] ('net/dense/BiasAdd:0', 'net/dense_2/BiasAdd:0')
#> [-1.5] ('net_1/dense/BiasAdd:0', 'net_1/dense_2/BiasAdd:0')
#> [1.6-] ('net/dense/BiasAdd:0', 'net/dense_1/BiasAdd:0')
#> [1.6-] ('net_1/dense/BiasAdd:0', 'net_1/dense_1/BiasAdd:0')
#> [-] ['net/dense/kernel', 'net/dense/bias', 'net/dense_1/kernel', 'net/dense_1/bias']

#: 5.1 @LAYER_REUSE_NAMED reuse without a name: from 1.2 on the layer of the plain name is shared
x = tf.ones([1, 2])
tf.layers.dense(x, 2)
print(tf.layers.dense(x, 2, reuse=True).name)
print(len(tf.global_variables()))
#> [1.2-1.5] dense_2/BiasAdd:0
#> [1.6-] dense_1/BiasAdd:0
#> [1.2-] 2
#! [-1.1] ValueError: Variable dense_1/kernel does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?

#: 5.1 the nodes of a dense layer in order
def f(name):
    return tf.get_default_graph().get_operation_by_name(name)
x = tf.placeholder(tf.float32, [None, 3], name='x')
y = tf.layers.dense(x, 4, activation=tf.nn.relu, kernel_initializer=tf.constant_initializer(0.0), bias_initializer=tf.constant_initializer(0.0))
print(y.get_shape(), f('dense/kernel').outputs[0].get_shape(), f('dense/bias').outputs[0].get_shape())
#> (?, 4) (3, 4) (4,)
#n x dense/kernel/Initializer/Const:Const dense/kernel:VariableV2 dense/kernel/Assign:Assign dense/kernel/read:Identity
#n dense/bias/Initializer/Const:Const dense/bias:VariableV2 dense/bias/Assign:Assign dense/bias/read:Identity
#n dense/MatMul:MatMul(x,dense/kernel/read) dense/BiasAdd:BiasAdd(dense/MatMul,dense/bias/read) dense/Relu:Relu(dense/BiasAdd)

#: 5.1 kernels are glorot uniform, biases zeros
tf.layers.dense(tf.placeholder(tf.float32, [1, 1], name='x'), 1)
#n x dense/kernel/Initializer/random_uniform/shape dense/kernel/Initializer/random_uniform/min dense/kernel/Initializer/random_uniform/max
#n dense/kernel/Initializer/random_uniform/RandomUniform dense/kernel/Initializer/random_uniform/sub dense/kernel/Initializer/random_uniform/mul
#n dense/kernel/Initializer/random_uniform dense/kernel dense/kernel/Assign dense/kernel/read
#n [-1.1] dense/bias/Initializer/Const
#n [1.2-1.5] dense/bias/Initializer/zeros
#n [1.6-1.7] dense/bias/Initializer/zeros/shape_as_tensor dense/bias/Initializer/zeros/Const dense/bias/Initializer/zeros
#n [1.8-] dense/bias/Initializer/zeros
#n dense/bias dense/bias/Assign dense/bias/read dense/MatMul dense/BiasAdd

#: 5.1 kernels take the initializer of the variable scope, biases do not
with tf.variable_scope('s', initializer=tf.constant_initializer(3.0)):
    y = tf.layers.dense(tf.ones([1, 2]), 1)
    z = tf.layers.dense(tf.ones([1, 2]), 1, kernel_initializer=tf.ones_initializer(), bias_initializer=tf.constant_initializer(0.5))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(y), sess.run(z))
#> [-] [[6.]] [[2.5]]

#: 5.1 no bias, not trainable, an activation of the program's own
x = tf.ones([1, 3])
a = tf.layers.dense(x, 2, use_bias=False)
b = tf.layers.dense(x, 2, trainable=False, name='frozen')
c = tf.layers.dense(x, 2, activation=lambda t: t * 2.0, name='own')
print(a.op.type, b.name, c.name, [v.op.name for v in tf.trainable_variables()])
#> MatMul frozen/BiasAdd:0 own/mul:0 ['dense/kernel', 'own/kernel', 'own/bias']

#: 5.1 regularizers work in the layer's scope, and not on shared variables
l2 = tf.contrib.layers.l2_regularizer(0.5)
x = tf.ones([1, 2])
for reuse in (None, True):
    with tf.variable_scope('s', reuse=reuse):
        tf.layers.dense(x, 1, kernel_regularizer=l2, kernel_initializer=tf.ones_initializer())
        tf.layers.dense(x, 1, bias_regularizer=lambda b: None, name='none')
losses = tf.get_collection('regularization_losses')
print([l.name for l in losses], tf.losses.get_regularization_losses() == losses)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(losses))
#> [-] ['s/dense/kernel/Regularizer/l2_regularizer:0'] True
#> [-] [0.5]

#: 5.1 the last dimension must be known
tf.layers.dense(tf.placeholder(tf.float32, [None, None]), 3)
#! ValueError: The last dimension of the inputs to `Dense` should be defined. Found `None`.

#: 5.1 a size that differs from that of the shared variable
x = tf.ones([1, 2])
tf.layers.dense(x, 3, name='fc')
tf.layers.dense(x, 4, name='fc', reuse=True)
#! ValueError: Trying to share variable fc/kernel, but specified shape (2, 4) and found shape (2, 3).

#: 5.1 a layer that is not there cannot be shared
tf.layers.dense(tf.ones([1, 2]), 3, name='fc', reuse=True)
#! [-1.3] ValueError: Variable fc/kernel does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#! [1.4-] ValueError: Variable fc/kernel does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?

#: 5.1 @INPUT_RANK_TEXT @CHANNELS_KNOWN inputs of a wrong rank, or without a number of channels
def attempt(f):
    try:
        print(f().name)
    except ValueError as e:
        print(str(e).split('\n')[0])
attempt(lambda: tf.layers.conv2d(tf.ones([2, 3]), 4, 3))
attempt(lambda: tf.layers.conv2d(tf.placeholder(tf.float32, [None, 8, 8, None]), 4, 3))
attempt(lambda: tf.layers.dense(tf.ones([3]), 4))
print(len(tf.global_variables()))
#> [-1.1] ('Inputs should have rank 4Received input shape:', '(2, 3)')
#> [-1.1] Shape of a new variable (conv2d_1/kernel) must be fully defined, but instead was (3, 3, ?, 4).
#> [-1.1] Inputs to `Dense` should have rank >= 2.
#> [1.2-] Input 0 of layer conv2d_1 is incompatible with the layer: expected ndim=4, found ndim=2. Full shape received: [2, 3]
#> [1.2-] The channel dimension of the inputs should be defined. Found `None`.
#> [1.2-] Input 0 of layer dense_1 is incompatible with the layer: : expected min_ndim=2, found ndim=1. Full shape received: [3]
#> 0

#: [1.1-] 5.1 layers as objects share their variables when they are called again
layer = tf.layers.Dense(2, name='d')
a = layer(tf.ones([1, 2]))
b = layer(a)
with tf.name_scope('s'):
    c = layer.apply(b)
print(a.name, b.name, c.name, layer.kernel.name, layer.bias.name, len(tf.global_variables()))
print([v.op.name for v in layer.trainable_variables], layer.built)
#> d/BiasAdd:0 d/BiasAdd_1:0 d/BiasAdd_2:0 d/kernel:0 d/bias:0 2
#> [-] ['d/kernel', 'd/bias'] True

#: 5.1 @CONVOLUTION_BUILT a convolution: from 1.2 on its operator is made with the variables
x = tf.placeholder(tf.float32, [None, 8, 8, 1], name='x')
a = tf.layers.conv2d(x, 8, 3, strides=2, padding='same', kernel_initializer=tf.constant_initializer(0.0), bias_initializer=tf.constant_initializer(0.0))
b = tf.layers.conv2d(x, filters=4, kernel_size=[5, 3], strides=(2, 1), padding='VALID', use_bias=False, name='c2', kernel_initializer=tf.constant_initializer(0.0))
print(a.get_shape(), b.get_shape(), [v.get_shape().as_list() for v in tf.global_variables()])
#> (?, 4, 4, 8) (?, 2, 6, 4) [[3, 3, 1, 8], [8], [5, 3, 1, 4]]
#n x conv2d/kernel/Initializer/Const conv2d/kernel conv2d/kernel/Assign conv2d/kernel/read
#n conv2d/bias/Initializer/Const conv2d/bias conv2d/bias/Assign conv2d/bias/read
#n [-1.1] conv2d/convolution/Shape:Const conv2d/convolution/dilation_rate:Const conv2d/convolution:Conv2D(x,conv2d/kernel/read)
#n [1.2-] conv2d/dilation_rate:Const conv2d/Conv2D:Conv2D(x,conv2d/kernel/read)
#n conv2d/BiasAdd c2/kernel/Initializer/Const c2/kernel c2/kernel/Assign c2/kernel/read
#n [-1.1] c2/convolution/Shape c2/convolution/dilation_rate c2/convolution:Conv2D
#n [1.2-] c2/dilation_rate:Const c2/Conv2D:Conv2D

#: 5.1 arguments of a convolution that cannot be
def attempt(**options):
    try:
        tf.layers.conv2d(tf.ones([1, 4, 4, 1]), 2, **options)
    except ValueError as e:
        print(e)
attempt(kernel_size=3, padding='full')
attempt(kernel_size=(3, 3, 3))
attempt(kernel_size=3, strides=[1])
#> The `padding` argument must be one of "valid", "same". Received: full
#> The `kernel_size` argument must be a tuple of 2 integers. Received: (3, 3, 3)
#> The `strides` argument must be a tuple of 2 integers. Received: [1]

#: 5.1 @CONV1D_NAMED convolutions in one dimension, @CONVOLUTION_BUILT their operator
x = tf.placeholder(tf.float32, [1, 4, 2], name='x')
y = tf.layers.conv1d(x, 2, 3, use_bias=False, name='c', kernel_initializer=tf.constant_initializer(0.0))
print(y.name, y.get_shape())
#> [-1.1] c/convolution/Squeeze:0 (1, 2, 2)
#> [1.2-] c/conv1d/Squeeze:0 (1, 2, 2)
#n x c/kernel/Initializer/Const c/kernel c/kernel/Assign c/kernel/read
#n [-1.1] c/convolution/Shape c/convolution/dilation_rate c/convolution/ExpandDims/dim c/convolution/ExpandDims c/convolution/ExpandDims_1/dim
#n [-1.1] c/convolution/ExpandDims_1 c/convolution/Conv2D:Conv2D c/convolution/Squeeze:Squeeze
#n [1.2-] c/dilation_rate c/conv1d/ExpandDims/dim c/conv1d/ExpandDims c/conv1d/ExpandDims_1/dim c/conv1d/ExpandDims_1
#n [1.2-1.12] c/conv1d/Conv2D:Conv2D
#n [1.13-] c/conv1d:Conv2D
#n [1.2-] c/conv1d/Squeeze:Squeeze

#: 5.1 @TRANSPOSED_OPERATOR @TRANSPOSED_BATCH_READ a transposed convolution computes the shape of its result
x = tf.placeholder(tf.float32, [2, 4, 4, 3], name='x')
y = tf.layers.conv2d_transpose(x, 2, [4, 2], strides=2, name='up', use_bias=False, kernel_initializer=tf.constant_initializer(0.0))
print(y.get_shape(), tf.global_variables()[0].get_shape())
#> (2, 10, 8, 2) (4, 2, 2, 3)
#n x up/kernel/Initializer/Const up/kernel up/kernel/Assign up/kernel/read up/Shape:Const
#n up/strided_slice/stack up/strided_slice/stack_1 up/strided_slice/stack_2 up/strided_slice
#n up/strided_slice_1/stack up/strided_slice_1/stack_1 up/strided_slice_1/stack_2 up/strided_slice_1
#n up/strided_slice_2/stack up/strided_slice_2/stack_1 up/strided_slice_2/stack_2 up/strided_slice_2
#n [-1.1] up/Mul/y up/Mul:Mul up/add/y up/add up/Mul_1/y up/Mul_1
#n [1.2-] up/mul/y up/mul:Mul up/add/y up/add up/mul_1/y up/mul_1
#n up/stack/3 up/stack:Pack
#n [1.13-] up/strided_slice_3/stack up/strided_slice_3/stack_1 up/strided_slice_3/stack_2 up/strided_slice_3
#n up/conv2d_transpose:Conv2DBackpropInput(up/stack,up/kernel/read,x)

#: 5.1 @LAYER_VARIABLES_REENTER each variable is made in one more re-entry: from 1.2 to 1.5 it uses up a name in the layer's scope
x = tf.placeholder(tf.float32, [1, 2, 2, 1], name='x')
print(tf.layers.conv2d_transpose(x, 1, 1, use_bias=False).op.name)
print(tf.layers.conv2d_transpose(x, 1, 1).op.inputs[0].op.name)
#> [-1.1] conv2d_transpose/conv2d_transpose
#> [1.2-1.5] conv2d_transpose/conv2d_transpose_1
#> [1.6-] conv2d_transpose/conv2d_transpose
#> [-1.5] conv2d_transpose_2/conv2d_transpose
#> [1.6-] conv2d_transpose_1/conv2d_transpose

#: 5.1 a separable convolution has two kernels
x = tf.placeholder(tf.float32, [2, 8, 8, 3], name='x')
y = tf.layers.separable_conv2d(x, 6, 3, depth_multiplier=2, name='sep')
print(y.get_shape(), [(v.op.name, v.get_shape().as_list()) for v in tf.global_variables()])
print([(op.name, op.type) for op in tf.get_default_graph().get_operations()][-5:])
#> (2, 6, 6, 6) [('sep/depthwise_kernel', [3, 3, 3, 2]), ('sep/pointwise_kernel', [1, 1, 6, 6]), ('sep/bias', [6])]
#> [-] [('sep/separable_conv2d/Shape', 'Const'), ('sep/separable_conv2d/dilation_rate', 'Const'), ('sep/separable_conv2d/depthwise', 'DepthwiseConv2dNative'), ('sep/separable_conv2d', 'Conv2D'), ('sep/BiasAdd', 'BiasAdd')]

#: 5.1 pooling
one = tf.placeholder(tf.float32, [2, 9, 3], name='one')
two = tf.placeholder(tf.float32, [2, 9, 8, 3], name='two')
for y in (tf.layers.max_pooling1d(one, 2, 2), tf.layers.average_pooling1d(one, 3, 1, padding='same'), tf.layers.max_pooling2d(two, [2, 2], 2),
          tf.layers.average_pooling2d(two, 3, (1, 2), name='avg'), tf.layers.max_pooling2d(two, 2, 2)):
    print(y.name, y.get_shape())
#> max_pooling1d/Squeeze:0 (2, 4, 3)
#> average_pooling1d/Squeeze:0 (2, 9, 3)
#> max_pooling2d/MaxPool:0 (2, 4, 4, 3)
#> avg/AvgPool:0 (2, 7, 3, 3)
#> [-1.5] max_pooling2d_2/MaxPool:0 (2, 4, 4, 3)
#> [1.6-] max_pooling2d_1/MaxPool:0 (2, 4, 4, 3)
#n one two max_pooling1d/ExpandDims/dim max_pooling1d/ExpandDims max_pooling1d/MaxPool:MaxPool max_pooling1d/Squeeze
#n average_pooling1d/ExpandDims/dim average_pooling1d/ExpandDims average_pooling1d/AvgPool:AvgPool average_pooling1d/Squeeze
#n max_pooling2d/MaxPool avg/AvgPool
#n [-1.5] max_pooling2d_2/MaxPool
#n [1.6-] max_pooling2d_1/MaxPool

#: 5.1 @FLATTEN_KNOWN_BATCH the flatten layer came with 1.4; from 1.13 on a known batch size needs no Shape
x = tf.placeholder(tf.float32, [None, 4, 5], name='x')
b = tf.placeholder(tf.float32, [3, 5, 2], name='b')
print(tf.layers.flatten(x, name='f').get_shape())
print(tf.layers.flatten(b, name='k').get_shape())
#> [1.4-] (?, 20)
#> [1.4-] (3, 10)
#n x b
#n [1.4-] f/Shape:Shape f/strided_slice/stack f/strided_slice/stack_1 f/strided_slice/stack_2 f/strided_slice f/Reshape/shape/1 f/Reshape/shape:Pack f/Reshape
#n [1.4-1.12] k/Shape:Const k/strided_slice/stack k/strided_slice/stack_1 k/strided_slice/stack_2 k/strided_slice k/Reshape/shape/1 k/Reshape/shape:Pack k/Reshape
#n [1.13-] k/Reshape/shape:Const k/Reshape
#! [-1.3] AttributeError: module 'tensorflow.python.layers.layers' has no attribute 'flatten'

#: 5.1 @DROPOUT_RATE dropout: nothing happens without training, a fed flag makes both branches
flag = tf.placeholder_with_default(False, [], name='flag')
x = tf.ones([2, 3], name='x')
y = tf.layers.dropout(x, rate=0.5, training=flag)
z = tf.layers.dropout(x, rate=0.25, training=True, name='always')
w = tf.layers.dropout(x, name='never')
print(y.name, z.name, w.name)
with tf.Session() as sess:
    print(sess.run(y).tolist() == sess.run(x).tolist(), set(sess.run(y, {flag: True}).ravel().tolist()) <= {0.0, 2.0})
#> [-1.12] dropout/cond/Merge:0 always/dropout/mul:0 never/Identity:0
#> [1.13-] dropout/cond/Merge:0 always/dropout/mul_1:0 never/Identity:0
#> True True

#: 5.1 tf.nn.dropout takes a rate
x = tf.placeholder(tf.float32, [2], name='x')
try:
    print(tf.nn.dropout(x, rate=0.25).name)
except TypeError as e:
    print(e)
print(tf.nn.dropout(x, 0.5, name='d').name, tf.nn.dropout(x, keep_prob=1) is x)
#> [-1.12] dropout() got an unexpected keyword argument 'rate'
#> [-1.12] d/mul:0 True
#> [1.13-] dropout/mul_1:0
#> [1.13-] d/mul_1:0 True
#n [-1.12] x d/keep_prob d/Shape d/random_uniform/min d/random_uniform/max d/random_uniform/RandomUniform d/random_uniform/sub d/random_uniform/mul d/random_uniform
#n [-1.12] d/add d/Floor d/div:RealDiv d/mul
#n [1.13-] x dropout/rate dropout/Shape dropout/random_uniform/min dropout/random_uniform/max dropout/random_uniform/RandomUniform dropout/random_uniform/sub
#n [1.13-] dropout/random_uniform/mul dropout/random_uniform dropout/sub/x dropout/sub dropout/truediv/x dropout/truediv dropout/GreaterEqual dropout/mul dropout/Cast dropout/mul_1
#n [1.13-] d/rate d/Shape d/random_uniform/min d/random_uniform/max d/random_uniform/RandomUniform d/random_uniform/sub
#n [1.13-] d/random_uniform/mul d/random_uniform d/sub/x d/sub d/truediv/x d/truediv d/GreaterEqual d/mul d/Cast d/mul_1

#: 5.1 @GAMMA_FIRST the variables of batch normalization, and which are trained
x = tf.placeholder(tf.float32, [None, 3], name='x')
tf.layers.batch_normalization(x)
tf.layers.batch_normalization(x, center=False, name='g')
tf.layers.batch_normalization(x, scale=False, name='b')
print([v.op.name.split('/')[1] for v in tf.global_variables()[:4]], [v.op.name for v in tf.global_variables()[4:]])
print([v.op.name for v in tf.trainable_variables()][:2], len(tf.trainable_variables()), len(tf.get_collection('update_ops')))
#> [-1.3] ['beta', 'gamma', 'moving_mean', 'moving_variance'] ['g/gamma', 'g/moving_mean', 'g/moving_variance', 'b/beta', 'b/moving_mean', 'b/moving_variance']
#> [-1.3] ['batch_normalization/beta', 'batch_normalization/gamma'] 4 0
#> [1.4-] ['gamma', 'beta', 'moving_mean', 'moving_variance'] ['g/gamma', 'g/moving_mean', 'g/moving_variance', 'b/beta', 'b/moving_mean', 'b/moving_variance']
#> [1.4-] ['batch_normalization/gamma', 'batch_normalization/beta'] 4 0

#: 5.1 @NORMALIZATION_SELECTS @MOMENTS_PLAIN the nodes of batch normalization in training
x = tf.placeholder(tf.float32, [4, 2], name='x')
y = tf.layers.batch_normalization(x, training=True, name='bn', trainable=False)
before = [op.name for op in tf.get_default_graph().get_operations()].index('bn/moving_variance/read')
for op in tf.get_default_graph().get_operations()[before + 1:]:
    print(op.name[3:], op.type)
print(y.get_shape(), [u.name for u in tf.get_collection('update_ops')])
#> [-1.1] Reshape/shape Const
#> [-1.1] Reshape Reshape
#> [-1.1] Reshape_1/shape Const
#> [-1.1] Reshape_1 Reshape
#> [-1.1] moments/Mean/reduction_indices Const
#> [-1.1] moments/Mean Mean
#> [-1.1] moments/StopGradient StopGradient
#> [-1.1] moments/sufficient_statistics/Const Const
#> [-1.1] moments/sufficient_statistics/Sub Sub
#> [-1.1] moments/sufficient_statistics/SquaredDifference SquaredDifference
#> [-1.1] moments/sufficient_statistics/mean_ss/reduction_indices Const
#> [-1.1] moments/sufficient_statistics/mean_ss Sum
#> [-1.1] moments/sufficient_statistics/var_ss/reduction_indices Const
#> [-1.1] moments/sufficient_statistics/var_ss Sum
#> [-1.1] moments/Shape Const
#> [-1.1] moments/Reshape Reshape
#> [-1.1] moments/normalize/divisor Reciprocal
#> [-1.1] moments/normalize/shifted_mean Mul
#> [-1.1] moments/normalize/mean Add
#> [-1.1] moments/normalize/Mul Mul
#> [-1.1] moments/normalize/Square Square
#> [-1.1] moments/normalize/variance Sub
#> [-1.1] Reshape_2/shape Const
#> [-1.1] Reshape_2 Reshape
#> [-1.1] Reshape_3/shape Const
#> [-1.1] Reshape_3 Reshape
#> [1.2-] moments/mean/reduction_indices Const
#> [1.2-] moments/mean Mean
#> [1.2-] moments/StopGradient StopGradient
#> [1.2-] moments/SquaredDifference SquaredDifference
#> [1.2-] moments/variance/reduction_indices Const
#> [1.2-] moments/variance Mean
#> [1.2-] moments/Squeeze Squeeze
#> [1.2-] moments/Squeeze_1 Squeeze
#> AssignMovingAvg/decay Const
#> AssignMovingAvg/sub Sub
#> AssignMovingAvg/mul Mul
#> AssignMovingAvg AssignSub
#> AssignMovingAvg_1/decay Const
#> AssignMovingAvg_1/sub Sub
#> AssignMovingAvg_1/mul Mul
#> AssignMovingAvg_1 AssignSub
#> batchnorm/add/y Const
#> [-1.14] batchnorm/add Add
#> [1.15] batchnorm/add AddV2
#> batchnorm/Rsqrt Rsqrt
#> batchnorm/mul Mul
#> batchnorm/mul_1 Mul
#> batchnorm/mul_2 Mul
#> batchnorm/sub Sub
#> [-1.14] batchnorm/add_1 Add
#> [1.15] batchnorm/add_1 AddV2
#> [-1.12] (4, 2) ['bn/AssignMovingAvg:0', 'bn/AssignMovingAvg_1:0']
#> [1.13-] (4, 2) ['bn/AssignMovingAvg', 'bn/AssignMovingAvg_1']

#: 5.1 @NORMALIZATION_COND @UPDATE_OPERATIONS batch normalization with a fed flag
training = tf.placeholder(tf.bool, [], name='training')
x = tf.placeholder(tf.float32, [4, 2], name='x')
y = tf.layers.batch_normalization(x, training=training, name='bn', momentum=0.5)
print(y.name, [u.name for u in tf.get_collection('update_ops')])
print(sorted(set(op.type for op in tf.get_default_graph().get_operations() if op.type in ('Select', 'Switch', 'RefSwitch', 'Merge', 'ExpandDims'))))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    data = [[1.0, 0.0], [1.0, 0.0], [3.0, 0.0], [3.0, 0.0]]
    print(['%.2f' % v for v in sess.run(y, {x: data, training: True})[:, 0]], ['%.2f' % v for v in sess.run(y, {x: data, training: False})[:, 0]])
    sess.run(tf.get_collection('update_ops'), {x: data, training: False})
    print(['%.2f' % v for v in sess.run(tf.global_variables()[2])])
    sess.run(tf.get_collection('update_ops'), {x: data, training: True})
    print(['%.2f' % v for v in sess.run(tf.global_variables()[2])])
#> [-1.1] bn/cond/Merge:0 ['bn/AssignMovingAvg:0', 'bn/AssignMovingAvg_1:0']
#> [1.2-1.12] bn/batchnorm/add_1:0 ['bn/AssignMovingAvg:0', 'bn/AssignMovingAvg_1:0']
#> [1.13-] bn/batchnorm/add_1:0 ['bn/cond_2/Merge', 'bn/cond_3/Merge']
#> [-1.1] ['Merge', 'Switch']
#> [1.2-1.12] ['ExpandDims', 'Select']
#> [1.13-] ['Merge', 'RefSwitch', 'Switch']
#> [-] ['-1.00', '-1.00', '1.00', '1.00'] ['1.00', '1.00', '3.00', '3.00']
#> [-1.1] ['1.00', '0.00']
#> [-1.1] ['1.50', '0.00']
#> [1.2-] ['0.00', '0.00']
#> [1.2-] ['1.00', '0.00']

#: 5.1 @NORMALIZATION_FUSED batch normalization of images is fused from 1.4 on
x = tf.placeholder(tf.float32, [1, 2, 2, 3], name='x')
print(tf.layers.batch_normalization(x, fused=False, name='a').name)
print(tf.layers.batch_normalization(x, name='b').op.type)
y = tf.layers.batch_normalization(x, name='c', training=True)
print(len(tf.get_collection('update_ops')), y.get_shape())
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    s.run(tf.get_collection('update_ops'), {x: [[[[1., 2., 3.]] * 2, [[3., 2., 1.]] * 2]]})
    print('mean', [round(float(v), 4) for v in s.run(tf.global_variables()[-2])])
#> a/batchnorm/add_1:0
#> [-1.3] Add
#> [1.4-1.13] FusedBatchNorm
#> [1.14-] FusedBatchNormV3
#> 2 (1, 2, 2, 3)
#> mean [0.02, 0.02, 0.02]

#: [-1.1] 5.1 a dense layer of more than two dimensions is refused
tf.layers.dense(tf.ones([2, 3, 4]), 5)
#! Refused: tf.layers.dense of a tensor of more than two dimensions is not modelled

#: 5.1 @MOMENTS_PLAIN tf.nn.moments: up to 1.1 through sums, from 1.2 on two means
x = tf.placeholder(tf.float32, [2, 3], name='x')
mean, variance = tf.nn.moments(x, [0], keep_dims=True)
print(mean.name, variance.name, mean.get_shape())
#> [-1.1] moments/normalize/mean:0 moments/normalize/variance:0 (1, 3)
#> [1.2-] moments/mean:0 moments/variance:0 (1, 3)
#n [-1.1] x moments/Mean/reduction_indices moments/Mean moments/StopGradient moments/sufficient_statistics/Const moments/sufficient_statistics/Sub
#n [-1.1] moments/sufficient_statistics/SquaredDifference moments/sufficient_statistics/mean_ss/reduction_indices moments/sufficient_statistics/mean_ss:Sum
#n [-1.1] moments/sufficient_statistics/var_ss/reduction_indices moments/sufficient_statistics/var_ss:Sum moments/Shape moments/Reshape
#n [-1.1] moments/normalize/divisor:Reciprocal(moments/sufficient_statistics/Const,^moments/sufficient_statistics/mean_ss,^moments/sufficient_statistics/var_ss)
#n [-1.1] moments/normalize/shifted_mean moments/normalize/mean:Add moments/normalize/Mul moments/normalize/Square moments/normalize/variance:Sub
#n [1.2-] x moments/mean/reduction_indices moments/mean:Mean moments/StopGradient moments/SquaredDifference moments/variance/reduction_indices moments/variance:Mean

#: 5.1 the values of both ways to moments agree
m, v = tf.nn.moments(tf.constant([[1.0, 2.0], [3.0, 6.0]]), [0], keep_dims=True)
with tf.Session() as sess:
    print(sess.run(m).tolist(), sess.run(v).tolist())
#> [-] [[2.0, 4.0]] [[1.0, 4.0]]

#: 5.1 @SOFTMAX_ANY_RANK softmax of more than a matrix: up to 1.4 it is flattened around the op
x = tf.placeholder(tf.float32, [2, 3, 4], name='x')
y = tf.nn.softmax(x)
z = tf.nn.log_softmax(x, name='z')
print(y.get_shape(), z.get_shape(), tf.nn.softmax(tf.placeholder(tf.float32, [2, 3], name='m'), name='s').op.type)
#> (2, 3, 4) (2, 3, 4) Softmax
#n [-1.4] x Shape:Const Rank:Const Shape_1:Const Sub/y Sub:Sub Slice/begin:Pack Slice/size Slice:Slice(Shape_1,Slice/begin,Slice/size)
#n [-1.4] concat/values_0 concat/axis concat Reshape:Reshape(x,concat) Softmax:Softmax(Reshape) Reshape_1:Reshape(Softmax,Shape)
#n [-1.4] Shape_2 Rank_1 Shape_3 Sub_1/y Sub_1 Slice_1/begin Slice_1/size Slice_1 concat_1/values_0 concat_1/axis concat_1 Reshape_2 LogSoftmax z:Reshape
#n [1.5-] x Softmax:Softmax(x) z:LogSoftmax(x)
#n m s:Softmax

#: 5.1 @SOFTMAX_AXIS softmax takes an axis
x = tf.placeholder(tf.float32, [2, 3], name='x')
def attempt(**options):
    try:
        print(tf.nn.softmax(x, **options).name)
    except (TypeError, ValueError) as e:
        print(e)
attempt(axis=-1)
attempt(dim=-1)
attempt(axis=-1, dim=-1)
#> [-1.4] softmax() got an unexpected keyword argument 'axis'
#> [-1.4] Softmax:0
#> [-1.4] softmax() got an unexpected keyword argument 'axis'
#> [1.5-] Softmax:0
#> [1.5-] Softmax_1:0
#> [1.5-] Cannot specify both 'dim' and 'axis'

#: 5.1 @SOFTMAX_LOSS_V2 the softmax loss
x = tf.placeholder(tf.float32, [2, 3], name='x')
y = tf.placeholder(tf.float32, [2, 3], name='y')
print(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=x).name)
print(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=[[1.0, 2.0, 3.0]] * 2, name='n').name)
print([op.name for op in tf.get_default_graph().get_operations() if op.type in ('SoftmaxCrossEntropyWithLogits', 'StopGradient')])
print([op.name for op in tf.get_default_graph().get_operations() if op.type == 'Const' and op.outputs[0].get_shape().ndims == 2])
#> [-1.4] Reshape_2:0
#> [-1.4] Reshape_5:0
#> [-1.4] ['SoftmaxCrossEntropyWithLogits', 'n']
#> [-1.4] ['Const']
#> [1.5-] softmax_cross_entropy_with_logits_sg/Reshape_2:0
#> [1.5-] n/Reshape_2:0
#> [1.5-] ['softmax_cross_entropy_with_logits_sg/labels_stop_gradient', 'softmax_cross_entropy_with_logits_sg', 'n/labels_stop_gradient', 'n']
#> [1.5-] ['n/logits']

#: 5.1 losses want their arguments by name
for f in (tf.nn.softmax_cross_entropy_with_logits, tf.nn.sparse_softmax_cross_entropy_with_logits, tf.nn.sigmoid_cross_entropy_with_logits):
    try:
        f([1.0], [1.0])
    except ValueError as e:
        print(e)
tf.nn.softmax_cross_entropy_with_logits(labels=[1.0])
#> Only call `softmax_cross_entropy_with_logits` with named arguments (labels=..., logits=..., ...)
#> Only call `sparse_softmax_cross_entropy_with_logits` with named arguments (labels=..., logits=..., ...)
#> Only call `sigmoid_cross_entropy_with_logits` with named arguments (labels=..., logits=..., ...)
#! ValueError: Both labels and logits must be provided.

#: 5.1 @CONV2D_DILATIONS @CONV2D_FILTERS tf.nn.conv2d takes dilations, later filters
x = tf.placeholder(tf.float32, [1, 4, 4, 1], name='x')
k = tf.placeholder(tf.float32, [2, 2, 1, 3], name='k')
def attempt(*args, **options):
    try:
        print(tf.nn.conv2d(x, *args, **options).name)
    except TypeError as e:
        print(e)
attempt(k, [1, 1, 1, 1], 'SAME', name='a')
attempt(k, [1, 1, 1, 1], 'SAME', True, 'NHWC', [1, 1, 1, 1], 'b')
attempt(k, [1, 1, 1, 1], 'SAME', dilations=[1, 1, 1, 1], name='c')
attempt(filters=k, strides=[1, 1, 1, 1], padding='VALID', name='d')
#> a:0
#> [-1.4] conv2d() takes from 4 to 7 positional arguments but 8 were given
#> [-1.4] conv2d() got an unexpected keyword argument 'dilations'
#> [-1.4] conv2d() got an unexpected keyword argument 'filters'
#> [1.5-] b:0
#> [1.5-] c:0
#> [1.5-1.12] conv2d() got an unexpected keyword argument 'filters'
#> [1.13-] d:0

#: 5.1 @LEAKY_RELU_NAMED @LEAKY_RELU_OP leaky_relu
x = tf.placeholder(tf.float32, [2], name='x')
y = tf.nn.leaky_relu(x)
print(y.name, y.op.type, tf.nn.leaky_relu(x, 0.5, 'n').name)
#> [1.4-1.5] LeakyRelu/Maximum:0 Maximum n/Maximum:0
#> [1.6-1.12] LeakyRelu:0 Maximum n:0
#> [1.13-] LeakyRelu:0 LeakyRelu n:0
#n x
#n [1.4-1.5] LeakyRelu/alpha LeakyRelu/mul LeakyRelu/Maximum:Maximum(LeakyRelu/mul,x) n/alpha n/mul n/Maximum
#n [1.6-1.12] LeakyRelu/alpha LeakyRelu/mul LeakyRelu:Maximum(LeakyRelu/mul,x) n/alpha n/mul n
#n [1.13-] LeakyRelu:LeakyRelu(x) n:LeakyRelu(x)
#! [-1.3] AttributeError: module 'tensorflow.python.ops.nn' has no attribute 'leaky_relu'

#: 5.1 arguments that are no sizes
def attempt(f):
    try:
        print(f().name)
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
x = tf.ones([1, 4, 4, 1])
attempt(lambda: tf.layers.dense(tf.ones([1, 2]), -1))
attempt(lambda: tf.layers.dense(tf.ones([1, 2]), 6 / 2))
attempt(lambda: tf.layers.conv2d(x, 2, None, name='a'))
attempt(lambda: tf.layers.conv2d(x, 2, 2, strides=1.5, name='b'))
attempt(lambda: tf.layers.conv2d(x, 2, 2, padding=None, name='c'))
attempt(lambda: tf.layers.conv2d(x, 2, 2, padding='FULL', name='d'))
attempt(lambda: tf.layers.max_pooling2d(x, (2,), 2))
#> ValueError Dimension -1 must be >= 0
#> [-1.5] dense_2/BiasAdd:0
#> [1.6-] dense_1/BiasAdd:0
#> ValueError The `kernel_size` argument must be a tuple of 2 integers. Received: None
#> ValueError The `strides` argument must be a tuple of 2 integers. Received: 1.5
#> AttributeError 'NoneType' object has no attribute 'lower'
#> ValueError The `padding` argument must be one of "valid", "same". Received: full
#> ValueError The `pool_size` argument must be a tuple of 2 integers. Received: (2,)

#: 5.1 a number of units that is no integer is refused
tf.layers.dense(tf.ones([1, 2]), 2.5)
#! Refused: units that is no integer is not modelled
