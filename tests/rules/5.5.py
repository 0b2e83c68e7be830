#: 5.5 @GRAD_YS_NAMED tf.gradients begins with ones in the shape of y
x = tf.constant(2.0)
g = tf.gradients(x * 1.0, x)
print([o.name for o in tf.get_default_graph().get_operations()][3:6])
print(tf.gradients(x * 1.0, x, name='again')[0].name.split('/')[0])
#> [-1.4] ['gradients/Shape', 'gradients/Const', 'gradients/Fill']
#> [1.5-] ['gradients/Shape', 'gradients/grad_ys_0', 'gradients/Fill']
#> again

#: 5.5 @GRADIENT_EQUAL_SHAPES operands of one known shape need no sums
x, y = tf.constant([1.0, 2.0], name='x'), tf.constant([3.0, 4.0], name='y')
print([g.name for g in tf.gradients(tf.multiply(x, y, name='m'), [x, y])])
print([g.name for g in tf.gradients(tf.add(x, y, name='a'), [x, y])])
#> [-1.4] ['gradients/m_grad/Reshape:0', 'gradients/m_grad/Reshape_1:0']
#> [1.5-] ['gradients/m_grad/Mul:0', 'gradients/m_grad/Mul_1:0']
#> [-1.4] ['gradients_1/a_grad/Reshape:0', 'gradients_1/a_grad/Reshape_1:0']
#> [1.5-] ['gradients_1/Fill:0', 'gradients_1/Fill:0']

#: 5.5 @GRADIENT_BROADCAST_KNOWN what broadcasting did is computed once in a graph when the shapes are known
x, y = tf.constant([[1.0, 2.0]], name='x'), tf.constant(3.0, name='y')
for name in 'mn':
    tf.gradients(tf.multiply(x, y, name=name), [x, y])
names = [o.name.split('_grad/')[1] for o in tf.get_default_graph().get_operations() if '_grad/' in o.name]
print([n for n in names if 'Broadcast' in n or 'Shape' in n])
#> [-1.14] ['Shape', 'Shape_1', 'BroadcastGradientArgs', 'Shape', 'Shape_1', 'BroadcastGradientArgs']
#> [1.15-] ['BroadcastGradientArgs/s0', 'BroadcastGradientArgs/s1', 'BroadcastGradientArgs']

#: 5.5 @GRADIENT_AXES_FOLDED the gradient of a sum over all axes repeats it
v = tf.get_variable('v', [2])
tf.gradients(tf.reduce_sum(v), v)
print([o.type for o in tf.get_default_graph().get_operations() if '_grad/' in o.name])
#> [-1.1] ['Const', 'Const', 'Add', 'FloorMod', 'Const', 'Const', 'Const', 'Range', 'Const', 'Fill', 'DynamicStitch', 'Const', 'Maximum', 'FloorDiv', 'Reshape', 'Tile']
#> [1.2-] ['Const', 'Reshape', 'Const', 'Tile']

#: 5.5 @GRADIENT_REDUCED_KNOWN what a sum over some axes did is computed once in a graph when the shape is known
x = tf.ones([2, 3])
for i in range(2):
    with tf.control_dependencies([tf.no_op('n')]):
        g = tf.gradients(tf.reduce_sum(x, 0, name='s'), x)[0]
    print(g.name, sum('DynamicStitch' in o.name for o in tf.get_default_graph().get_operations()))
#> gradients/s_grad/Tile:0 1
#> [-1.12] gradients_1/s_1_grad/Tile:0 2
#> [1.13-] gradients_1/s_1_grad/Tile:0 1

#: 5.5 @GRADIENT_SHAPES_TOGETHER the gradient of a convolution
x, f = tf.ones([1, 4, 4, 1]), tf.ones([2, 2, 1, 1])
y = tf.nn.conv2d(x, f, [1, 1, 1, 1], 'SAME', name='c')
tf.gradients(y, [x, f])
print([o.name for o in tf.get_default_graph().get_operations() if '_grad/' in o.name])
#> [-1.3] ['gradients/c_grad/Shape', 'gradients/c_grad/Conv2DBackpropInput', 'gradients/c_grad/Shape_1', 'gradients/c_grad/Conv2DBackpropFilter']
#> [1.4-] ['gradients/c_grad/ShapeN', 'gradients/c_grad/Conv2DBackpropInput', 'gradients/c_grad/Conv2DBackpropFilter']

#: 5.5 @GRADIENT_REACHED gradients of what does not depend on xs are None; until 1.7 nodes are made all the same
x, y = tf.constant(1.0), tf.constant(2.0)
print(tf.gradients(tf.negative(y, name='n'), x))
print([o.name for o in tf.get_default_graph().get_operations() if '_grad/' in o.name])
#> [1.0-] [None]
#> [-1.7] ['gradients/n_grad/Neg']
#> [1.8-] []

#: 5.5 @SLOT_INITIALIZERS slot variables are named after their variable and the optimizer, in the store with a slash
w = tf.get_variable('w', [2])
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(w * 2.0))
print([v.name for v in tf.global_variables()], [v.name for v in tf.trainable_variables()])
print([o.name for o in tf.get_default_graph().get_operations() if o.type == 'Assign'])
print(tf.get_default_graph().get_operation_by_name('w/Momentum/Assign').inputs[1].name)
#> [1.0-] ['w:0', 'w/Momentum:0'] ['w:0']
#> [1.0-] ['w/Assign', 'w/Momentum/Assign']
#> [-1.0] zeros:0
#> [1.1] w/Momentum/Initializer/Const:0
#> [1.2-] w/Momentum/Initializer/zeros:0

#: 5.5 @SLOT_ONES_INITIALIZER RMSProp begins with ones
w = tf.get_variable('w', [2])
tf.train.RMSPropOptimizer(0.1).minimize(tf.reduce_sum(w * 2.0))
print(tf.get_default_graph().get_operation_by_name('w/RMSProp/Assign').inputs[1].name)
#> [-1.1] Const_1:0
#> [1.2-] w/RMSProp/Initializer/ones:0

#: 5.5 @FTRL_SHRINKAGE the numbers of an optimizer are constants in its scope
w = tf.get_variable('w', [2])
op = tf.train.FtrlOptimizer(0.1).minimize(tf.reduce_sum(w * 2.0))
print([o.name for o in tf.get_default_graph().get_operations() if o.name.startswith('Ftrl/') and o.type == 'Const'])
print(op.name, op.type)
#> [-1.3] ['Ftrl/learning_rate', 'Ftrl/l1_regularization_strength', 'Ftrl/l2_regularization_strength', 'Ftrl/learning_rate_power']
#> [1.4-] ['Ftrl/learning_rate', 'Ftrl/l1_regularization_strength', 'Ftrl/l2_regularization_strength', 'Ftrl/l2_shrinkage_regularization_strength', 'Ftrl/learning_rate_power']
#> Ftrl NoOp

#: 5.5 @TENSOR_OPTIMIZED compute_gradients takes variables; later tensors, too
c = tf.constant(2.0)
opt = tf.train.GradientDescentOptimizer(0.1)
print(len(opt.compute_gradients(c * c, [c])))
#! [-1.8] NotImplementedError: ('Trying to optimize unsupported type ', <tf.Tensor 'Const:0' shape=() dtype=float32>)
#> [1.9-] 1

#: 5.5 Adam's powers are named by the op scope, its slots by the variable scope
with tf.variable_scope('net'):
    w = tf.get_variable('w', [2])
with tf.variable_scope('train'):
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * 2.0))
with tf.name_scope('t2'):
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * 2.0))
print([v.name for v in tf.global_variables()])
#> [1.0-] ['net/w:0', 'train/beta1_power:0', 'train/beta2_power:0', 'train/net/w/Adam:0', 'train/net/w/Adam_1:0', 't2/beta1_power:0', 't2/beta2_power:0', 'net/w/Adam:0', 'net/w/Adam_1:0']

#: 5.5 slots go through the checks of reuse
with tf.variable_scope('a'):
    w = tf.get_variable('w', [2])
with tf.variable_scope('a', reuse=True):
    try:
        tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * 2.0))
    except ValueError as e:
        print(str(e)[:75])
#> Variable a/a/w/Adam/ does not exist, or was not created with tf.get_variabl

#: 5.5 nothing to optimize
opt = tf.train.GradientDescentOptimizer(0.1)
opt.minimize(tf.constant(1.0))
#! ValueError: No variables to optimize.

#: 5.5 an average of a variable begins with its value, one of a tensor with zeros
w = tf.Variable(4.0, name='w')
t = tf.identity(w, name='t')
ema = tf.train.ExponentialMovingAverage(0.5, num_updates=0)
print(ema.average(w), ema.average_name(w))
op = ema.apply([w, t])
print(op.name, ema.average(w).name, ema.average(t).name)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    s.run(tf.assign(w, 14.0))
    s.run(op)
    print('%.3f %.3f' % tuple(s.run([ema.average(w), ema.average(t)])))
#> None w/ExponentialMovingAverage
#> ExponentialMovingAverage w/ExponentialMovingAverage:0 t/ExponentialMovingAverage:0
#> 13.000 12.600

#: 5.5 an average is computed once, and of floating values
ema = tf.train.ExponentialMovingAverage(0.9)
w = tf.Variable(1.0, name='w')
ema.apply([w])
for v in [w, tf.Variable(1, name='n')]:
    try:
        ema.apply([v])
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
#> ValueError Moving average already computed for: w:0
#> TypeError The variables must be half, float, or double: n:0

#: 5.5 learning rates that decay
step = tf.placeholder(tf.int32, [])
rates = [tf.train.exponential_decay(0.5, step, 4, 0.25), tf.train.exponential_decay(0.5, step, 4, 0.25, staircase=True),
         tf.train.inverse_time_decay(0.5, step, 4, 2.0), tf.train.polynomial_decay(0.5, step, 4, 0.1, power=2.0),
         tf.train.polynomial_decay(0.5, step, 4, 0.1, cycle=True), tf.train.natural_exp_decay(1.0, step, 2, 0.0)]
with tf.Session() as s:
    for i in 0, 2, 4, 6:
        print(' '.join('%.4f' % v for v in s.run(rates, {step: i})))
#> 0.5000 0.5000 0.5000 0.5000 0.5000 1.0000
#> 0.2500 0.5000 0.2500 0.2000 0.3000 1.0000
#> 0.1250 0.1250 0.1667 0.1000 0.1000 1.0000
#> 0.0625 0.1250 0.1250 0.1000 0.2000 1.0000

#: 5.5 the global step is found by its collection, or by its name
print(tf.train.get_global_step())
v = tf.Variable(7, trainable=False, name='global_step')
print(tf.train.get_global_step().name)
with tf.Session() as s:
    s.run(v.initializer)
    print(tf.train.global_step(s, v))
#> None
#> global_step:0
#> 7

#: [1.2-] 5.5 the global step is made once, at the root
with tf.name_scope('a'):
    v = tf.train.get_or_create_global_step()
print(v.name, v.dtype.base_dtype.name, tf.train.get_or_create_global_step() is v, tf.trainable_variables())
tf.train.create_global_step()
#> global_step:0 int64 True []
#! ValueError: "global_step" already exists.

#: 5.5 clipping by norms keeps directions
a, b = tf.constant([3.0, 4.0]), tf.constant([12.0])
with tf.Session() as s:
    print(s.run(tf.global_norm([a, None, b])), s.run(tf.clip_by_norm(a, 1.0)), s.run(tf.clip_by_norm(a, 10.0)))
    c, n = tf.clip_by_global_norm([a, None, b], 6.5)
    print(s.run([c[0], c[2]]), c[1], s.run(n))
#> 13.0 [0.6 0.8] [3. 4.]
#> [1.0-] [array([1.5, 2. ], dtype=float32), array([6.], dtype=float32)] None 13.0

#: 5.5 @SAVER_BULK the nodes of a Saver restore each variable
v, w = tf.Variable(1.0, name='v'), tf.Variable(2.0, name='w')
tf.train.Saver()
print([o.name for o in tf.get_default_graph().get_operations() if o.type == 'RestoreV2'])
#> [-1.4] ['save/RestoreV2', 'save/RestoreV2_1']
#> [1.5-] ['save/RestoreV2']

#: 5.5 @SAVER_FILENAME the path of a Saver is a tensor that is fed; a path that is not there is an error
v = tf.Variable(1.0, name='v')
saver = tf.train.Saver()
print(tf.get_default_graph().get_tensor_by_name(saver.as_saver_def().filename_tensor_name).op.type)
with tf.Session() as s:
    saver.restore(s, 'nowhere')
#> [-1.10] Const
#> [1.11-] PlaceholderWithDefault
#! [-1.10] NotFoundError: Unsuccessful TensorSliceReader constructor: Failed to find any matching files for nowhere
#! [1.11-] ValueError: The passed save_path is not a valid checkpoint: nowhere

#: 5.5 what a Saver saved is restored by name, and the oldest is forgotten
w = tf.Variable([1.0, 2.0], name='w')
saver = tf.train.Saver({'kept': w}, max_to_keep=2)
with tf.Session() as s:
    s.run(w.initializer)
    for i in range(3):
        s.run(w.assign_add([1.0, 1.0]))
        print(saver.save(s, 'model/net', global_step=i), end=' ')
    print(tf.train.latest_checkpoint('model'), len(saver.last_checkpoints), tf.train.checkpoint_exists('model/net-0'))
with tf.Session() as s:
    saver.restore(s, 'model/net-1')
    print(s.run(w))
    tf.train.Saver([w]).restore(s, 'model/net-1')
#> model/net-0 model/net-1 model/net-2 model/net-2 2 False
#> [1.0-] [3. 4.]
#! NotFoundError: Key w not found in checkpoint

#: 5.5 gradients are what differences say
import numpy as np
r = np.random.RandomState(1)
def u(*shape): return r.uniform(0.5, 1.5, shape)
def check(name, f, *inputs):
    tf.reset_default_graph()
    xs = [tf.placeholder(tf.float64, v.shape) for v in inputs]
    y = f(*xs)
    ys = y if isinstance(y, (list, tuple)) else [y]
    loss = tf.add_n([tf.reduce_sum(o * tf.constant(u(*[int(d) for d in o.get_shape()]))) for o in ys])
    grads = tf.gradients(loss, xs)
    feed = dict(zip(xs, inputs))
    with tf.Session() as s:
        for x, grad in zip(xs, grads):
            got, want = s.run(grad, feed), np.zeros(feed[x].shape)
            for i in range(want.size):
                ends = []
                for step in 1e-5, -1e-5:
                    v = feed[x].copy()
                    v.reshape([-1])[i] += step
                    other = dict(feed)
                    other[x] = v
                    ends.append(s.run(loss, other))
                want.reshape([-1])[i] = (ends[0] - ends[1]) / 2e-5
            if got.shape != want.shape or np.max(np.abs(got - want)) > 1e-5 * (1 + np.max(np.abs(want))):
                print(name, got, want)
a, b, v, t = u(2, 3), u(2, 3), u(3), u(2, 2, 3)
for f in [tf.abs, tf.negative, tf.square, tf.sqrt, tf.rsqrt, tf.exp, tf.log, tf.log1p, tf.expm1, tf.sin, tf.cos, tf.tan, tf.tanh, tf.sigmoid,
          tf.erf, tf.erfc, tf.reciprocal, tf.atan, tf.sign, tf.cumsum, tf.cumprod, tf.matrix_diag, tf.nn.l2_loss, tf.nn.softmax, tf.nn.log_softmax,
          tf.transpose, tf.identity]:
    check(f.__name__, f, a)
check('asin', tf.asin, a - 1.0); check('acos', tf.acos, a - 1.0)
for f in [tf.nn.relu, tf.nn.relu6, tf.nn.elu, tf.nn.softplus, tf.nn.softsign]:
    check(f.__name__, f, a - 1.0)
for f in [tf.add, tf.subtract, tf.multiply, tf.divide, tf.pow, tf.maximum, tf.minimum, tf.squared_difference, tf.mod]:
    check(f.__name__, f, a, b); check(f.__name__, f, a, v); check(f.__name__, f, v, a); check(f.__name__, f, a, b[:, :1])
for x in False, True:
    for y in False, True:
        check('matmul', lambda p, q: tf.matmul(p, q, transpose_a=x, transpose_b=y), u(3, 2) if x else a, u(4, 3) if y else u(3, 4))
        check('matmul', lambda p, q: tf.matmul(p, q, adjoint_a=x, adjoint_b=y), u(2, 3, 2) if x else t, u(2, 4, 3) if y else u(2, 3, 4))
for f in [tf.reduce_sum, tf.reduce_mean, tf.reduce_max, tf.reduce_min, tf.reduce_prod]:
    check(f.__name__, f, a); check(f.__name__, lambda x: f(x, 0), a); check(f.__name__, lambda x: f(x, [0, 2]), t)
    check(f.__name__, lambda x: f(x, -1, keep_dims=True), t)
check('reduce_prod with a zero', tf.reduce_prod, np.array([[0.0, 2.0], [3.0, 4.0]]))
check('reshape', lambda x: tf.reshape(x, [3, 2]), a); check('transpose', lambda x: tf.transpose(x, [1, 2, 0]), t)
check('concat', lambda x, y: tf.concat([x, y], -1), a, b); check('stack', lambda x, y: tf.stack([x, y], 1), a, b)
check('unstack', lambda x: tf.unstack(x, axis=1), a); check('split', lambda x: tf.split(x, 3, 1), a); check('split', lambda x: tf.split(x, [1, 2], 1), a)
check('slice', lambda x: tf.slice(x, [0, 1], [2, 2]), a); check('[]', lambda x: x[0, ::2], a); check('[]', lambda x: x[..., tf.newaxis, -1], t)
check('pad', lambda x: tf.pad(x, [[1, 0], [0, 2]]), a); check('tile', lambda x: tf.tile(x, [2, 3]), a); check('reverse', lambda x: tf.reverse(x, [1]), a)
check('squeeze', lambda x: tf.squeeze(tf.expand_dims(x, 1)), a); check('fill', lambda x: tf.fill([2, 2], x), np.array(1.5))
check('diag', tf.diag, v); check('diag_part', tf.diag_part, u(3, 3))
check('gather_nd', lambda x: tf.gather_nd(x, [[0, 1], [1, 2], [0, 1]]), a); check('segment_sum', lambda x: tf.reshape(tf.segment_sum(x, [0, 0]), [1, 3]), a)
check('cross entropy', lambda x: tf.nn.softmax_cross_entropy_with_logits(labels=tf.constant([[0.2, 0.3, 0.5], [1.0, 0, 0]], tf.float64), logits=x), a)
check('sparse cross entropy', lambda x: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[1, 0], logits=x), a)
check('sigmoid cross entropy', lambda x: tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.constant(b - 0.5), logits=x), a)
check('bias_add', tf.nn.bias_add, a, v); check('where', lambda x, y: tf.where(x > y, x, y * 2), a, b)
check('cond', lambda x, y: tf.cond(x[0, 0] > 1, lambda: x * y, lambda: x + y), a, b)
image, flt = u(1, 4, 4, 2) - 1, u(2, 2, 2, 3) - 1
for p in 'SAME', 'VALID':
    check('conv2d', lambda x, y: tf.nn.conv2d(x, y, [1, 2, 2, 1], p), image, flt)
    check('depthwise', lambda x, y: tf.nn.depthwise_conv2d(x, y, [1, 1, 1, 1], p), image, flt)
    check('max_pool', lambda x: tf.nn.max_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], p), image)
    check('avg_pool', lambda x: tf.nn.avg_pool(x, [1, 3, 3, 1], [1, 2, 2, 1], p), image)
check('transposed', lambda x, y: tf.nn.conv2d_transpose(x, y, [1, 4, 4, 2], [1, 2, 2, 1]), u(1, 2, 2, 3), flt)
check('clip', lambda x: tf.clip_by_value(x, 0.7, 1.2), a); check('normalize', lambda x: tf.nn.l2_normalize(x, 1), a)
check('second', lambda x: tf.gradients(tf.tanh(x) + tf.sigmoid(x) + x ** 3, x)[0], a)
print('done')
#> done

#: [1.3-] 5.5 gradients through loops are what differences say
import numpy as np
r = np.random.RandomState(1)
def u(*shape): return r.uniform(0.5, 1.5, shape)
def check(name, f, *inputs, **how):
    tf.reset_default_graph()
    xs = [tf.placeholder(tf.float64, [None] * v.ndim if how else v.shape) for v in inputs]
    y = f(*xs)
    loss = tf.add_n([tf.reduce_sum(o * o * 0.7) for o in (y if isinstance(y, (list, tuple)) else [y])])
    grads = tf.gradients(loss, xs)
    feed = dict(zip(xs, inputs))
    with tf.Session() as s:
        s.run(tf.global_variables_initializer())
        for x, grad in zip(xs, grads):
            got, want = s.run(grad, feed), np.zeros(feed[x].shape)
            for i in range(want.size):
                ends = []
                for step in 1e-5, -1e-5:
                    v = feed[x].copy()
                    v.reshape([-1])[i] += step
                    other = dict(feed)
                    other[x] = v
                    ends.append(s.run(loss, other))
                want.reshape([-1])[i] = (ends[0] - ends[1]) / 2e-5
            if got.shape != want.shape or np.max(np.abs(got - want)) > 1e-5 * (1 + np.max(np.abs(want))):
                print(name, got, want)
a, b, t = u(2, 3), u(3, 3), u(4, 2, 3)
def loop(n, body, *values): return tf.while_loop(lambda i, *v: i < n, lambda i, *v: [i + 1] + body(*v), [0] + list(values))[1:]
check('product', lambda x, y: loop(3, lambda v: [tf.tanh(tf.matmul(v, y))], x), a, b)
check('two variables', lambda x: loop(3, lambda v, z: [v * x, v], x, x), a)
check('independent', lambda x, y: loop(3, lambda v: [y * 2.0], x), a, u(2, 3))
check('branch', lambda x, y: loop(4, lambda v: [tf.cond(tf.reduce_sum(v) > 9.0, lambda: v * 0.3, lambda: v * y)], x), a, u(2, 3))
check('no round', lambda x: loop(0, lambda v: [v * x], x), a)
check('map_fn', lambda x: tf.map_fn(lambda v: tf.sin(v) * v, x), t)
check('foldl', lambda x: tf.foldl(lambda s, v: s * v + tf.sqrt(v), x), t)
check('scan', lambda x: tf.scan(lambda s, v: s * 0.5 + v * v, x), t)
check('shapes', lambda x, y: tf.while_loop(lambda i, v: i < 3, lambda i, v: (i + 1, v * y + v), [0, x],
                                           shape_invariants=[tf.TensorShape([]), tf.TensorShape([None, None])])[1], a, u(1, 3), unknown=True)
C = tf.contrib.rnn
for cell in [lambda: C.BasicRNNCell(4), lambda: C.GRUCell(4), lambda: C.MultiRNNCell([C.BasicLSTMCell(4), C.BasicLSTMCell(2)])]:
    def f(x):
        x.set_shape([None, None, 3])
        with tf.variable_scope('r', initializer=tf.constant_initializer(0.3), dtype=tf.float64):
            return tf.nn.dynamic_rnn(cell(), x, dtype=tf.float64)[0]
    check('rnn', f, u(2, 5, 3))
    check('rnn', f, u(2, 5, 3), unknown=True)
print('done')
#> done

#: [1.3-] 5.5 the nodes of gradients through a loop: counters, a stack for what a round needs, a sum for what comes from outside
x, w = tf.constant(1.5, name='x'), tf.constant(1.1, name='w')
y = tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, a * w), [0, x])[1]
print([g.name for g in tf.gradients(y, [x, w])])
print([o.name.split('/')[-1] for o in tf.get_default_graph().get_operations() if '_count' in o.name])
print([o.name for o in tf.get_default_graph().get_operations() if 'Stack' in o.type])
#> [1.3-] ['gradients/while/Enter_1_grad/Exit:0', 'gradients/while/mul/Enter_grad/b_acc_3:0']
#> [1.3-] ['f_count', 'f_count_1', 'f_count_2', 'b_count', 'b_count_1', 'b_count_2', 'b_count_3']
#> [1.3-1.4] ['gradients/while/mul_grad/mul_1/f_acc', 'gradients/while/mul_grad/mul_1/StackPushV2', 'gradients/while/mul_grad/mul_1/StackPopV2']
#> [1.5-1.7] ['gradients/while/mul_grad/Mul_1/f_acc', 'gradients/while/mul_grad/Mul_1/StackPushV2', 'gradients/while/mul_grad/Mul_1/StackPopV2']
#> [1.8-] ['gradients/while/mul_grad/Mul_1/f_acc', 'gradients/while/mul_grad/Mul_1/StackPushV2', 'gradients/while/mul_grad/Mul_1/StackPopV2']

#: 5.5 what is no tensor is not optimized, what is no list not saved
for f in [lambda: tf.train.GradientDescentOptimizer(0.1).minimize(5.0), lambda: tf.gradients(None, []), lambda: tf.train.Saver(5),
          lambda: tf.train.AdamOptimizer().apply_gradients([(tf.constant(1.0), 2.0)])]:
    try:
        f()
    except (AttributeError, TypeError, NotImplementedError) as e:
        print(type(e).__name__, e)
#> AttributeError 'float' object has no attribute 'dtype'
#> AttributeError 'NoneType' object has no attribute 'op'
#> TypeError Variables to save should be passed in a dict or a list: 5
#> NotImplementedError ('Trying to optimize unsupported type ', 2.0)

#: 5.5 a list of variables that contains itself is refused
v = tf.Variable(1.0)
l = [v]
l.append(l)
tf.train.GradientDescentOptimizer(0.1).minimize(v * 2.0, var_list=l)
#! Refused: a list that contains itself, or more than 64 lists in lists, as an argument is not modelled

#: 5.5 rows that are gathered are the only ones that an optimizer changes
import numpy as np
start = np.arange(6.0).reshape(3, 2)
for make in [lambda: tf.train.GradientDescentOptimizer(0.5), lambda: tf.train.MomentumOptimizer(0.5, 0.9),
             lambda: tf.train.AdagradOptimizer(0.5), lambda: tf.train.AdamOptimizer(0.5)]:
    results = []
    for pick in [lambda e: tf.gather(e, [2, 0, 2]), lambda e: tf.matmul(tf.one_hot([2, 0, 2], 3, dtype=tf.float64), e)]:
        tf.reset_default_graph()
        e = tf.Variable(start, name='e')
        op = make().minimize(tf.reduce_sum(tf.square(pick(e))))
        with tf.Session() as s:
            s.run(tf.global_variables_initializer())
            s.run(op)
            results.append(s.run(e))
    print(np.allclose(results[0], results[1]), results[0][1])
#> True [2. 3.]
#> True [2. 3.]
#> True [2. 3.]
#> True [2. 3.]

#: 5.5 gradients of gathered rows are fetched as their parts
e = tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
g = tf.gradients(tf.gather(e, [2, 0, 2]) * 3.0, e)[0]
with tf.Session() as s:
    v = s.run([g])[0]
print(type(v).__name__, v.values.tolist(), v.indices.tolist(), v.dense_shape.tolist())
#> IndexedSlicesValue [[3.0, 3.0], [3.0, 3.0], [3.0, 3.0]] [2, 0, 2] [3, 2]
