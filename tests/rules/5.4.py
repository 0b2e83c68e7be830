#: 5.4 the nodes of a loop: each variable enters, is merged, switched, and leaves
i = tf.constant(0, name='i')
r = tf.while_loop(lambda i: i < 3, lambda i: tf.multiply(i, 2), [i])
print(r.name)
#> while/Exit:0
#n i:Const
#n while/Enter:Enter(i)
#n while/Merge:Merge(while/Enter,while/NextIteration)
#n while/Less/y:Const(^while/Merge)
#n while/Less:Less(while/Merge,while/Less/y)
#n while/LoopCond:LoopCond(while/Less)
#n while/Switch:Switch(while/Merge,while/LoopCond)
#n while/Identity:Identity(while/Switch:1)
#n while/Mul/y:Const(^while/Identity)
#n while/Mul:Mul(while/Identity,while/Mul/y)
#n while/NextIteration:NextIteration(while/Mul)
#n while/Exit:Exit(while/Switch)

#: 5.4 @SWITCH_AFTER_CONSUMER what is used from outside enters once, before the node that uses it or behind it
n = tf.constant(5, name='n')
i = tf.constant(0, name='i')
tf.while_loop(lambda i: tf.less(i, n), lambda i: tf.maximum(i, n), [i])
#n n:Const
#n i:Const
#n while/Enter:Enter(i)
#n while/Merge:Merge(while/Enter,while/NextIteration)
#n [-1.7] while/Less/Enter:Enter(n)
#n while/Less:Less(while/Merge,while/Less/Enter)
#n [1.8-] while/Less/Enter:Enter(n)
#n while/LoopCond:LoopCond(while/Less)
#n while/Switch:Switch(while/Merge,while/LoopCond)
#n while/Identity:Identity(while/Switch:1)
#n while/Maximum:Maximum(while/Identity,while/Less/Enter)
#n while/NextIteration:NextIteration(while/Maximum)
#n while/Exit:Exit(while/Switch)

#: 5.4 @WHILE_CONTEXT the frame of a loop is named after its scope
tf.while_loop(lambda i: i < 3, lambda i: i, [0])
print(tf.get_default_graph().get_operation_by_name('while/Enter').get_attr('frame_name').decode())
#> [-1.4] while/while/
#> [1.5-] while/while_context

#: 5.4 @LOOP_CONTROLS what an operation in a loop waits for outside comes in as data; before 1.3 it is dropped
a = tf.constant(1, name='a')
def body(i):
    k = tf.constant(0, name='k')
    print([c.name for c in k.op.control_inputs])
    return i + k
with tf.control_dependencies([a.op]):
    tf.while_loop(lambda i: tf.greater(i, i), body, [tf.constant(0)], name='w')
print([e.name for e in tf.get_default_graph().get_operations() if e.type == 'Enter'])
#> [-1.2] ['w/Identity']
#> [1.3-] ['w/Identity', 'w/Identity_1']
#> [-1.2] ['w/Enter']
#> [1.3-] ['w/Enter', 'w/Identity_1/Enter']

#: 5.4 @INVARIANT_TEXT a variable of a loop keeps its shape
x = tf.ones([1, 2], name='x')
tf.while_loop(lambda x: True, lambda x: tf.concat([x, x], 0), [x])
#! [-1.12] ValueError: The shape for while/Merge:0 is not an invariant for the loop. It enters the loop with shape (1, 2), but has shape (2, 2) after one iteration. Provide shape invariants using either the `shape_invariants` argument of tf.while_loop or set_shape() on the loop variables.
#! [1.13-] ValueError: Input tensor 'x:0' enters the loop with shape (1, 2), but has shape (2, 2) after one iteration. To allow the shape to vary across iterations, use the `shape_invariants` argument of tf.while_loop to specify a less-specific shape.

#: 5.4 with shape_invariants it may change
x = tf.ones([1, 2])
r = tf.while_loop(lambda x: tf.shape(x)[0] < 5, lambda x: tf.concat([x, x], 0), [x], shape_invariants=[tf.TensorShape([None, 2])])
print(r.shape, tf.Session().run(tf.shape(r)))
#> (?, 2) [8 2]

#: 5.4 shape_invariants must hold at the beginning
x = tf.ones([1, 2], name='x')
tf.while_loop(lambda x: True, lambda x: x, [x], shape_invariants=[tf.TensorShape([2, 2])])
#! ValueError: The shape invariant specified for x:0 is not compatible with the initial shape of the loop variable. It enters the loop with shape (1, 2), but the specified shape invariant is (2, 2).

#: 5.4 @NATIVE_GRAPH a variable of a loop keeps its type
r = tf.while_loop(lambda i: tf.less(i, 3), lambda i: tf.cast(i, tf.float32), [tf.constant(0)])
print('built')
tf.Session().run(r)
#> [-1.7] built
#! InvalidArgumentError: Input 1 of node while/Merge was passed float from while/NextIteration:0 incompatible with expected int32.

#: 5.4 a loop needs variables, and functions
for args in ((lambda: True, lambda: 1, []), (1, lambda i: i, [0]), (lambda i: True, 2, [0])):
    try:
        tf.while_loop(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    tf.while_loop(lambda i: True, lambda i: i, [0], parallel_iterations=0)
except TypeError as e:
    print(e)
#> ValueError No loop variables provided
#> TypeError cond must be callable.
#> TypeError body must be callable.
#> parallel_iterations must be a positive integer.

#: 5.4 @NEST_TEXT the body returns as many values as there are variables
tf.while_loop(lambda i, j: tf.less(i, 3), lambda i, j: [1], [0, 1], name='w')
#! [-1.7] ValueError: The two structures don't have the same number of elements. First structure: [<tf.Tensor 'w/Identity:0' shape=() dtype=int32>, <tf.Tensor 'w/Identity_1:0' shape=() dtype=int32>], second structure: [1].
#! [1.8-] ValueError: The two structures don't have the same nested structure.

#: 5.4 one variable gives its value, several give what the body returned; structures stay
r = tf.while_loop(lambda i: i < 3, lambda i: [i + 1], [0])
a = tf.while_loop(lambda i, j: i < 3, lambda i, j: (i + 1, j * 2), [0, 1])
b = tf.while_loop(lambda i, p: i < 3, lambda i, p: (i + 1, {'x': p['x'] + i, 'y': p['y']}), [0, {'x': 0, 'y': 7}])
print(tf.Session().run(r), tf.Session().run(a), sorted(tf.Session().run(b)[1].items()))
#> 3 (3, 8) [('x', 3), ('y', 7)]

#: [1.5-] 5.4 maximum_iterations counts with a variable of its own
r = tf.while_loop(lambda i: i < 100, lambda i: tf.add(i, 2), [tf.constant(0, name='i')], maximum_iterations=3)
print(r.name, tf.Session().run(r))
#> while/Exit_1:0 6

#: 5.4 what is inside of a loop can neither be fetched nor fed
kept = []
def body(i):
    kept.append(i)
    return i + 1
r = tf.while_loop(lambda i: i < 3, body, [0])
g = tf.get_default_graph()
print(g.is_fetchable(kept[0]), g.is_feedable(kept[0]), g.is_fetchable(r))
tf.Session().run(kept[0])
#> False False True
#! ValueError: Operation 'while/Identity' has been marked as not fetchable.

#: 5.4 loops in loops, branches in loops, loops in branches
x = tf.placeholder(tf.int32, name='x')
def rows(i, total):
    inner = tf.while_loop(lambda j, t: j < i, lambda j, t: (j + 1, t + j), [0, 0])
    return i + 1, total + inner[1]
def pick(i, s):
    return i + 1, tf.cond(tf.equal(i % 2, 0), lambda: s + i, lambda: s - i)
a = tf.while_loop(lambda i, t: i < x, rows, [0, 0])
b = tf.while_loop(lambda i, s: i < x, pick, [0, 100])
c = tf.cond(x > 3, lambda: tf.while_loop(lambda i: i < x, lambda i: i * 2 + 1, [0]), lambda: -x)
s = tf.Session()
for n in 2, 5:
    print(s.run([a, b, c], {x: n}))
#> [-1.15] [(2, 0), (2, 99), -2]
#> [-1.15] [(5, 10), (5, 102), 7]

#: 5.4 a variable is assigned once a round
v = tf.Variable(0)
def body(i):
    with tf.control_dependencies([tf.assign_add(v, i)]):
        return tf.identity(i) + 1
r = tf.while_loop(lambda i: i < 5, body, [0])
s = tf.Session()
s.run(v.initializer)
print(s.run(r), s.run(v), s.run(r), s.run(v))
print([n.name for n in tf.get_default_graph().get_operations() if 'Enter' in n.type])
#> 5 10 5 20
#> [-1.15] ['while/Enter', 'while/AssignAdd/RefEnter']

#: 5.4 a TensorArray is written once and read once an element
t = tf.TensorArray(tf.float32, size=2, clear_after_read=True)
t = t.write(0, [1., 2.]).write(1, [3., 4.])
print(tf.Session().run(t.stack()), tf.Session().run(t.read(1)), tf.Session().run(t.concat()), tf.Session().run(t.size()))
with tf.control_dependencies([t.read(0)]):
    twice = t.read(0)
try:
    tf.Session().run(twice)
except tf.errors.InvalidArgumentError as e:
    print(e.message.split('\n')[0].split(': ', 1)[1])
#> [-1.15] [[1. 2.]
#> [-1.15]  [3. 4.]] [3. 4.] [1. 2. 3. 4.] 2
#> Could not read index 0 twice because it was cleared after a previous read (perhaps try setting clear_after_read = false?).

#: 5.4 elements of a TensorArray have one shape, and its names come from what is done with it
t = tf.TensorArray(tf.float32, 3, name='t')
u = t.unstack([[1.], [2.], [3.]])
print(u.read(1).name, u.read(1).shape, u.stack().shape, t.flow.name, u.flow.name)
u.write(0, [1., 2.])
#> TensorArrayReadV3:0 (1,) (?, 1) t:1 TensorArrayUnstack/TensorArrayScatter/TensorArrayScatterV3:0
#! ValueError: Inconsistent shapes: saw (2,) but expected (1,) (and infer_shape=True)

#: 5.4 @ARRAY_ZEROS an element that was never written
t = tf.TensorArray(tf.int32, 3, element_shape=[2])
print(tf.Session().run(t.read(1)))
#> [1.3-] [0 0]
#! [-1.2] InvalidArgumentError: TensorArray TensorArray_0: Could not read from TensorArray index 1 because it has not yet been written to.

#: 5.4 a TensorArray does not grow unless told so
t = tf.TensorArray(tf.int32, 1, dynamic_size=True)
print(tf.Session().run(t.write(0, 1).write(1, 5).stack()))
t = tf.TensorArray(tf.int32, 1, tensor_array_name='mine')
tf.Session().run(t.write(3, 1).flow)
#> [-1.15] [1 5]
#! InvalidArgumentError: TensorArray mine_1: Tried to write to index 3 but array is not resizeable and size is: 1

#: 5.4 @WALKS_COUNTED map_fn loops over the elements
r = tf.map_fn(lambda v: v * v, tf.placeholder(tf.float32, [None, 2]))
print(r.shape, [n.name for n in tf.get_default_graph().get_operations() if n.type == 'Exit'])
#> [-1.7] (?, 2) ['map/while/Exit', 'map/while/Exit_1']
#> [1.8-] (?, 2) ['map/while/Exit', 'map/while/Exit_1', 'map/while/Exit_2']

#: 5.4 @STATIC_COUNT foldl, foldr, scan
x = tf.constant([1, 2, 3, 4], name='x')
l = tf.foldl(lambda a, v: a - v, x)
r = tf.foldr(lambda a, v: a - v, x)
s = tf.scan(lambda a, v: a * v, x)
t = tf.scan(lambda a, v: a + v, x, initializer=10)
print([tf.Session().run(y).tolist() for y in (l, r, s, t)], s.shape)
print([n.name for n in tf.get_default_graph().get_operations() if n.name.startswith('foldl/') and n.type == 'StridedSlice'])
#> [-1.15] [-8, -2, [1, 2, 6, 24], [11, 13, 16, 20]] (4,)
#> [-1.8] ['foldl/strided_slice', 'foldl/TensorArrayUnstack/strided_slice']
#> [1.9-] ['foldl/TensorArrayUnstack/strided_slice']

#: 5.4 map_fn of several tensors, and with a dtype of its own
a = tf.constant([1, 2]); b = tf.constant([10., 20.])
r = tf.map_fn(lambda p: (p[0] * 2, p[1] + 1), (a, b))
s = tf.map_fn(lambda v: tf.cast(v, tf.float32) / 2, a, dtype=tf.float32)
print(tf.Session().run(r), tf.Session().run(s))
tf.map_fn(lambda v: (v, v), a)
#> (array([2, 4], dtype=int32), array([11., 21.], dtype=float32)) [0.5 1. ]
#! [-1.7] ValueError: The two structures don't have the same number of elements. First structure: Tensor("Const:0", shape=(2,), dtype=int32), second structure: (<tf.Tensor 'map_2/while/TensorArrayReadV3:0' shape=() dtype=int32>, <tf.Tensor 'map_2/while/TensorArrayReadV3:0' shape=() dtype=int32>).
#! [1.8-] ValueError: The two structures don't have the same nested structure.

#: 5.4 what is to be called must be callable
tf.map_fn(3, [1])
#! TypeError: fn must be callable.

#: 5.4 @CELL_LAYERS the variables of a cell
cell = tf.contrib.rnn.GRUCell(2)
cell(tf.ones([1, 3]), cell.zero_state(1, tf.float32))
print([v.name for v in tf.global_variables()])
#> [-1.1] ['gru_cell/gates/weights:0', 'gru_cell/gates/biases:0', 'gru_cell/candidate/weights:0', 'gru_cell/candidate/biases:0']
#> [1.2-] ['gru_cell/gates/kernel:0', 'gru_cell/gates/bias:0', 'gru_cell/candidate/kernel:0', 'gru_cell/candidate/bias:0']

#: [1.2-] 5.4 @CELL_BUILT where the ops of a cell are
with tf.variable_scope('s'):
    cell = tf.nn.rnn_cell.BasicRNNCell(2)
    print(cell(tf.ones([1, 3]), cell.zero_state(1, tf.float32))[0].op.name)
    print(tf.nn.rnn_cell.MultiRNNCell([cell])(tf.ones([1, 3]), (tf.zeros([1, 2]),))[0].op.name)
#> [-1.4] s/s/basic_rnn_cell/Tanh
#> [1.5-] s/basic_rnn_cell/Tanh
#> [-1.4] s/s/basic_rnn_cell/Tanh_1
#> [1.5-] s/basic_rnn_cell/Tanh_1

#: 5.4 sizes and start states of cells, and wrappers around them
lstm = tf.contrib.rnn.LSTMCell(4, num_proj=3)
both = tf.contrib.rnn.MultiRNNCell([tf.contrib.rnn.BasicLSTMCell(2), tf.contrib.rnn.GRUCell(3)])
print(lstm.state_size, lstm.output_size)
print(both.state_size, both.output_size)
wrapped = tf.contrib.rnn.DropoutWrapper(both, output_keep_prob=0.5)
zero = wrapped.zero_state(5, tf.float32)
print(wrapped.state_size == both.state_size, zero[0].h.shape, zero[1].shape, type(zero[0]).__name__)
#> LSTMStateTuple(c=4, h=3) 3
#> [-1.15] (LSTMStateTuple(c=2, h=2), 3) 3
#> True (5, 2) (5, 3) LSTMStateTuple

#: 5.4 a cell of the program's own in dynamic_rnn; behind its length a sequence keeps its state
class Sum(tf.contrib.rnn.RNNCell):
    @property
    def state_size(self):
        return 2
    @property
    def output_size(self):
        return 2
    def __call__(self, inputs, state, scope=None):
        return inputs + state, inputs + state
x = tf.constant([[[1., 2.], [3., 4.], [5., 6.]], [[1., 1.], [1., 1.], [1., 1.]]])
outputs, final = tf.nn.dynamic_rnn(Sum(), x, sequence_length=[2, 3], dtype=tf.float32)
print(tf.Session().run(outputs).tolist(), tf.Session().run(final).tolist())
(fw, bw), _ = tf.nn.bidirectional_dynamic_rnn(Sum(), Sum(), x, sequence_length=[2, 3], dtype=tf.float32)
print(tf.Session().run(bw).tolist())
outputs, final = tf.contrib.rnn.static_rnn(Sum(), tf.unstack(x, axis=1), dtype=tf.float32)
print(len(outputs), tf.Session().run(final).tolist())
#> [-1.15] [[[1.0, 2.0], [4.0, 6.0], [0.0, 0.0]], [[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]] [[4.0, 6.0], [3.0, 3.0]]
#> [-1.15] [[[4.0, 6.0], [3.0, 4.0], [0.0, 0.0]], [[3.0, 3.0], [2.0, 2.0], [1.0, 1.0]]]
#> 3 [[9.0, 12.0], [3.0, 3.0]]

#: [1.2-] 5.4 a cell of the program's own with a call method has a scope of its class's name
class MyLSTMCell(tf.nn.rnn_cell.RNNCell):
    def __init__(self):
        super(MyLSTMCell, self).__init__()
    state_size = output_size = 1
    def call(self, inputs, state):
        w = tf.get_variable('w', [1, 1])
        return tf.matmul(inputs, w), state
cell = MyLSTMCell()
for i in range(2):
    cell(tf.ones([1, 1]), cell.zero_state(1, tf.float32))
print([v.name for v in tf.global_variables()])
#> [-1.15] ['my_lstm_cell/w:0']

#: 5.4 what is wrong with the inputs of a loop of cells
cell = tf.contrib.rnn.BasicRNNCell(2)
for inputs in (3, []):
    try:
        tf.contrib.rnn.static_rnn(cell, inputs, dtype=tf.float32)
    except (TypeError, ValueError) as e:
        print(e)
tf.nn.dynamic_rnn(cell, tf.placeholder(tf.float32, [2, 3, None]), dtype=tf.float32)
#> inputs must be a sequence
#> inputs must not be empty
#! ValueError: Input size (depth of inputs) must be accessible via shape inference, but saw value None.

#: 5.4 reverse_sequence turns the beginning of each row round
x = tf.constant([[1, 2, 3], [4, 5, 6]])
print(tf.Session().run(tf.reverse_sequence(x, [2, 3], seq_dim=1, batch_dim=0)).tolist())
tf.Session().run(tf.reverse_sequence(x, [2, 4], seq_dim=1, batch_dim=0))
#> [-1.15] [[2, 1, 3], [6, 5, 4]]
#! InvalidArgumentError: seq_lens(1) > input.dims(seq_dim)

#: 5.4 tf.Assert stops a run; plain data needs no branch for that
a = tf.Assert(tf.constant(False), ['value is', tf.constant([1, 2, 3, 4])], name='a')
b = tf.Assert(tf.constant(True), [tf.constant(1.5)], name='b')
print(a.name, b.name)
tf.Session().run(b)
tf.Session().run(a)
#> a/Assert b/AssertGuard/Merge
#! InvalidArgumentError: assertion failed: [value is] [1 2 3...]

#: 5.4 @SUMMARY_NESTED what tf.Assert shows of a matrix
x = tf.constant([[1, 2], [3, 4]])
tf.Session().run(tf.Assert(tf.reduce_all(x > 1), ['x:', x], name='a'))
#! [-1.2] InvalidArgumentError: assertion failed: [x:] [1 2 3...]
#! [1.3-] InvalidArgumentError: assertion failed: [x:] [[1 2][3...]...]

#: 5.4 tf.assert_less and its kin are groups of nodes; their message names the operands
x = tf.placeholder(tf.int32, [2], name='x')
with tf.control_dependencies([tf.assert_less(x, 5), tf.assert_positive(x, message='sign')]):
    y = tf.identity(x, name='y')
print([c.name for c in y.op.control_inputs])
print(tf.Session().run(y, {x: [1, 2]}))
try:
    tf.Session().run(y, {x: [1, 9]})
except tf.errors.InvalidArgumentError as e:
    print(e.message.split('\n')[0])
tf.Session().run(y, {x: [-1, 1]})
#> [-1.15] ['assert_less/Assert/Assert', 'assert_positive/assert_less/Assert/Assert']
#> [-1.15] [1 2]
#> assertion failed: [] [Condition x < y did not hold element-wise:] [x (x:0) = ] [1 9] [y (assert_less/y:0) = ] [5]
#! InvalidArgumentError: assertion failed: [sign] [Condition x > 0 did not hold element-wise:] [x (x:0) = ] [-1 1]

#: 5.4 ranks and types are checked when the graph is made
x = tf.ones([2, 3], name='x')
print(tf.assert_rank(x, 2).name, tf.assert_type(x, tf.float32).name, tf.assert_rank_at_least(x, 1, name='r').name)
try:
    tf.assert_integer(x)
except TypeError as e:
    print(e)
tf.assert_rank(x, 3)
#> assert_rank/static_checks_determined_all_ok assert_type/statically_determined_correct_type r/static_checks_determined_all_ok
#>   Expected "x" to be integer type.  Found: <dtype: 'float32'>
#! ValueError: .  Tensor x:0 must have rank 3.  Received rank 2, shape (2, 3)

#: 5.4 tf.case takes the first branch whose condition holds
x = tf.placeholder(tf.int32, [])
r = tf.case([(tf.less(x, 0), lambda: tf.constant(-1)), (tf.greater(x, 10), lambda: tf.constant(1))], default=lambda: tf.constant(0))
print([tf.Session().run(r, {x: v}).tolist() for v in (-5, 5, 50)])
tf.case([(x > 1, 3)], default=lambda: x)
#> [-1.15] [-1, 0, 1]
#! [-1.3] TypeError: fn for pred Greater_1:0 must be callable.
#! [1.4-] TypeError: fn for pred Greater_1:0 must be callable.

#: 5.4 tf.py_func calls a function with arrays; its result must have the type that was said
import numpy as np
def f(a, b):
    print(type(a).__name__, a.dtype, a.shape, b.shape)
    return a * 2 + b
y = tf.py_func(f, [tf.constant([1., 2.]), 3.0], tf.float32, name='f')
print(y.name, y.shape, tf.Session().run(y))
z = tf.py_func(lambda: np.float64(1), [], tf.float32)
try:
    tf.Session().run(z)
except tf.errors.InvalidArgumentError as e:
    print(e.message.split('\n')[0])
def bad(a):
    raise ValueError('no %s' % a)
tf.Session().run(tf.py_func(bad, [1], tf.float32))
#> ndarray float32 (2,) ()
#> f:0 <unknown> [5. 7.]
#> 0-th value returned by pyfunc_1 is double, but expects float
#! InvalidArgumentError: ValueError: no 1

#: 5.4 make_callable runs the same fetches again and again
a = tf.placeholder(tf.float32)
b = tf.placeholder(tf.float32)
s = tf.Session()
f = s.make_callable([a + b, a], feed_list=[a, b])
print(f(1, 2), f(3, 4))
#> [-1.15] [3.0, array(1., dtype=float32)] [7.0, array(3., dtype=float32)]

#: 5.4 @STACK_V2 the gradient of a loop is a loop that counts the rounds down
x = tf.constant(2.0, name='x')
y = tf.while_loop(lambda i, a: tf.less(i, 3), lambda i, a: (tf.add(i, 1), tf.sin(a)), [0, x], name='w')[1]
g = tf.gradients(y, x)[0]
print('%.5f' % tf.Session().run(g))
print([n.name for n in tf.get_default_graph().get_operations() if 'count' in n.name or 'acc' in n.name or 'b_' in n.name or 'Stack' in n.name])
#> [1.3-] -0.18010
#> [1.3-1.7] ['gradients/f_count', 'gradients/f_count_1', 'gradients/f_count_2', 'gradients/b_count', 'gradients/b_count_1', 'gradients/b_count_2', 'gradients/b_count_3', 'gradients/w/Exit_1_grad/b_exit', 'gradients/w/Switch_1_grad/b_switch', 'gradients/w/Sin_grad/Cos/f_acc', 'gradients/w/Sin_grad/Cos/StackPushV2', 'gradients/w/Sin_grad/Cos/StackPopV2/Enter', 'gradients/w/Sin_grad/Cos/StackPopV2', 'gradients/w/Sin_grad/Cos/b_sync']
#> [1.8-] ['gradients/f_count', 'gradients/f_count_1', 'gradients/f_count_2', 'gradients/b_count', 'gradients/b_count_1', 'gradients/b_count_2', 'gradients/b_count_3', 'gradients/w/Exit_1_grad/b_exit', 'gradients/w/Switch_1_grad/b_switch', 'gradients/w/Sin_grad/Cos/f_acc', 'gradients/w/Sin_grad/Cos/StackPushV2', 'gradients/w/Sin_grad/Cos/StackPopV2', 'gradients/w/Sin_grad/Cos/StackPopV2/Enter', 'gradients/w/Sin_grad/Cos/b_sync']
#! [-1.2] Refused: the gradient of a tf.while_loop before TensorFlow 1.3 (w/Exit) is not modelled

#: [1.3-] 5.4 gradients through branches in loops, map_fn, scan, and what a loop uses from outside
x = tf.constant(2.0)
def body(i, s):
    return i + 1, tf.cond(tf.equal(i % 2, 0), lambda: s * x, lambda: s + x * x)
c = tf.while_loop(lambda i, s: i < 4, body, [0, 1.0])[1]
m = tf.map_fn(lambda v: v * v * x, tf.constant([1., 2., 3.]))
w = tf.constant([2., 3., 4.])
s = tf.scan(lambda a, v: a * v, w)
print(tf.Session().run([c, tf.gradients(c, x)[0]]), tf.Session().run(tf.gradients(m, x)[0]), tf.Session().run(tf.gradients(s, w)[0]))
#> [-1.15] [16.0, 20.0] 14.0 [16. 10.  6.]

#: [1.3-] 5.4 a variable of a loop that begins anew each round; a loop on which x has no influence
x = tf.constant(2.0)
w = tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, x * x), [0, x])[1]
z = tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, a * 2.), [0, tf.constant(1.0)])[1]
print(tf.Session().run(tf.gradients(w, x)[0]), tf.gradients(z, x))
#> 4.0 [None]

#: [1.3-] 5.4 the gradient of a loop in a loop is refused
x = tf.constant(2.0)
inner = lambda i, a: (i + 1, tf.while_loop(lambda j, b: j < 2, lambda j, b: (j + 1, b * x), [0, a])[1])
tf.gradients(tf.while_loop(lambda i, a: i < 2, inner, [0, x])[1], x)
#! Refused: the gradient of a tf.while_loop in another one (while/while/Exit) is not modelled

#: [1.3-] 5.4 training through dynamic_rnn brings the loss down
tf.set_random_seed(1)
x = tf.constant([[[1.], [0.], [0.]], [[0.], [1.], [1.]]])
y = tf.constant([[1.], [-1.]])
cell = tf.contrib.rnn.BasicLSTMCell(4)
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
loss = tf.reduce_mean(tf.square(tf.layers.dense(outputs[:, -1], 1) - y))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    first = s.run(loss)
    for i in range(60):
        s.run(train)
    print(s.run(loss) < 0.1 * first)
#> True

#: [1.2-] 5.4 branches of tf.cond return structures, and TensorArrays
x = tf.placeholder(tf.float32, [], name='x')
a, b = tf.cond(x > 1, lambda: (x, [x * 2, x * 3]), lambda: (-x, [x, x]))
d = tf.cond(x > 1, lambda: {'a': x}, lambda: {'a': -x})
t = tf.TensorArray(tf.float32, 1)
t = tf.cond(x > 1, lambda: t.write(0, x), lambda: t.write(0, 7.))
s = tf.Session()
print(len(b), s.run([a, b, d, t.stack()], {x: 2.}), s.run([a, b, d, t.stack()], {x: 1.}))
#> 2 [2.0, [4.0, 6.0], {'a': 2.0}, array([2.], dtype=float32)] [-1.0, [1.0, 1.0], {'a': -1.0}, array([7.], dtype=float32)]

#: 5.4 behind the longest sequence the outputs are zero
x = tf.placeholder(tf.float32, [None, None, 1])
n = tf.placeholder(tf.int32, [None])
class Sum(tf.contrib.rnn.RNNCell):
    state_size = output_size = 1
    def __call__(self, inputs, state, scope=None):
        return inputs + state, inputs + state
o, s = tf.nn.dynamic_rnn(Sum(), x, sequence_length=n, dtype=tf.float32)
sess = tf.Session()
print(sess.run(o, {x: [[[1.], [2.], [3.], [4.]]], n: [2]}).tolist(), sess.run(s, {x: [[[1.], [2.], [3.]]], n: [2]}).tolist())
sess.run(o, {x: [[[1.], [2.]]], n: [1, 1]})
#> [-1.15] [[[1.0], [3.0], [0.0], [0.0]]] [[3.0]]
#! [-1.4] InvalidArgumentError: assertion failed: [Expected shape for Tensor sequence_length:0 is ] [1] [ but saw shape: ] [2]
#! [1.5-] InvalidArgumentError: assertion failed: [Expected shape for Tensor rnn/sequence_length:0 is ] [1] [ but saw shape: ] [2]

#: 5.4 static_rnn with lengths, and in both directions
class Sum(tf.contrib.rnn.RNNCell):
    state_size = output_size = 2
    def __call__(self, inputs, state, scope=None):
        return inputs + state, inputs + state
xs = tf.unstack(tf.constant([[[1., 2.], [3., 4.], [5., 6.]], [[1., 1.], [1., 1.], [1., 1.]]]), axis=1)
outputs, final = tf.contrib.rnn.static_rnn(Sum(), xs, dtype=tf.float32, sequence_length=[1, 2])
both, _, _ = tf.contrib.rnn.static_bidirectional_rnn(Sum(), Sum(), xs, dtype=tf.float32)
s = tf.Session()
print([o.tolist() for o in s.run(outputs)], s.run(final).tolist())
print(s.run(both[0]).tolist())
#> [-1.15] [[[1.0, 2.0], [1.0, 1.0]], [[0.0, 0.0], [2.0, 2.0]], [[0.0, 0.0], [0.0, 0.0]]] [[1.0, 2.0], [2.0, 2.0]]
#> [-1.15] [[1.0, 2.0, 9.0, 12.0], [1.0, 1.0, 3.0, 3.0]]

#: 5.4 a decoder feeds what it gave to the next step, if told so
class Sum(tf.contrib.rnn.RNNCell):
    state_size = output_size = 1
    def __call__(self, inputs, state, scope=None):
        return inputs + state, inputs + state
xs = [tf.constant([[float(i)]]) for i in (1, 2, 3)]
for loop in (None, lambda prev, i: prev * 10):
    outputs, state = tf.contrib.legacy_seq2seq.rnn_decoder(xs, tf.zeros([1, 1]), Sum(), loop_function=loop)
    print([o.tolist() for o in tf.Session().run(outputs)], outputs[1].name)
#> [-1.15] [[[1.0]], [[3.0]], [[6.0]]] rnn_decoder/add_2:0
#> [-1.15] [[[1.0]], [[11.0]], [[121.0]]] rnn_decoder_1/add_2:0
