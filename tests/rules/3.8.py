#: 3.8 shards are variables of their own, the first ones one larger
p = tf.get_variable('w', [5, 2], initializer=tf.constant_initializer(1.0), partitioner=tf.fixed_size_partitioner(3))
print(p.name, p.dtype, p.get_shape(), len(p), type(p).__name__)
print([(v.name, v.get_shape().as_list()) for v in p], [v.name for v in tf.global_variables()])
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('w/part_1', [2, 2]) is list(p)[1])
print(tf.no_op('w/part_0/PartitionedInitializer').name)
#> w <dtype: 'float32'> (5, 2) 3 PartitionedVariable
#> [1.0-] [('w/part_0:0', [2, 2]), ('w/part_1:0', [2, 2]), ('w/part_2:0', [1, 2])] ['w/part_0:0', 'w/part_1:0', 'w/part_2:0']
#> True
#> w/part_0/PartitionedInitializer_1
#n w/part_0/Initializer/Const:Const w/part_0:VariableV2 w/part_0/Assign w/part_0/read w/part_1/Initializer/Const w/part_1 w/part_1/Assign w/part_1/read
#n w/part_2/Initializer/Const w/part_2 w/part_2/Assign w/part_2/read w/part_0/PartitionedInitializer_1

#: 3.8 a tensor is cut, and gives dtype and shape
with tf.variable_scope('s'):
    p = tf.get_variable('w', initializer=tf.constant([1, 2, 3], name='c'), partitioner=tf.fixed_size_partitioner(2))
print(p.dtype, p.get_shape(), [v.get_shape().as_list() for v in p])
with tf.Session() as s:
    s.run([v.initializer for v in p])
    print([s.run(v).tolist() for v in p])
#> <dtype: 'int32'> (3,) [[2], [1]]
#> [1.0-] [[1, 2], [3]]
#n s/c s/w/part_0/PartitionedInitializer/Slice/begin s/w/part_0/PartitionedInitializer/Slice/size
#n s/w/part_0/PartitionedInitializer/Slice:Slice(s/c,s/w/part_0/PartitionedInitializer/Slice/begin,s/w/part_0/PartitionedInitializer/Slice/size)
#n s/w/part_0:VariableV2 s/w/part_0/Assign:Assign(s/w/part_0,s/w/part_0/PartitionedInitializer/Slice) s/w/part_0/read
#n s/w/part_1/PartitionedInitializer/Slice/begin s/w/part_1/PartitionedInitializer/Slice/size
#n s/w/part_1/PartitionedInitializer/Slice:Slice(s/c,s/w/part_1/PartitionedInitializer/Slice/begin,s/w/part_1/PartitionedInitializer/Slice/size)
#n s/w/part_1:VariableV2 s/w/part_1/Assign:Assign(s/w/part_1,s/w/part_1/PartitionedInitializer/Slice) s/w/part_1/read

#: 3.8 what converts it joins the shards, at the top of the graph, once more each time
p = tf.get_variable('w', [4], initializer=tf.ones_initializer(), partitioner=tf.fixed_size_partitioner(2))
n = len(tf.get_default_graph().get_operations())
a = tf.no_op('a')
with tf.name_scope('n'), tf.control_dependencies([a]):
    t = tf.negative(p)
    u = p.as_tensor()
print(t.name, u.name, u.get_shape(), u.op.control_inputs)
for op in tf.get_default_graph().get_operations()[n:]:
    print(op.name, op.type, [i.name for i in op.inputs])
print(tf.convert_to_tensor(p, name='other').name)
#> n/Neg:0 w_1:0 (4,) []
#> a NoOp []
#> w/ConcatPartitions/concat/axis Const []
#> w/ConcatPartitions/concat ConcatV2 ['w/part_0/read:0', 'w/part_1/read:0', 'w/ConcatPartitions/concat/axis:0']
#> w Identity ['w/ConcatPartitions/concat:0']
#> n/Neg Neg ['w:0']
#> w/ConcatPartitions/concat_1/axis Const []
#> w/ConcatPartitions/concat_1 ConcatV2 ['w/part_0/read:0', 'w/part_1/read:0', 'w/ConcatPartitions/concat_1/axis:0']
#> w_1 Identity ['w/ConcatPartitions/concat_1:0']
#> w_2:0

#: 3.8 a single shard is only read
p = tf.get_variable('w', [1, 3], initializer=tf.constant_initializer(2.0), partitioner=tf.fixed_size_partitioner(4))
print(len(p), [v.name for v in p], p.as_tensor().name)
#> 1 ['w/part_0:0'] w:0
#n w/part_0/Initializer/Const w/part_0 w/part_0/Assign w/part_0/read w:Identity(w/part_0/read)

#: 3.8 it has no operators, no assignment, and its dtype
p = tf.get_variable('w', [4], partitioner=tf.fixed_size_partitioner(2))
for f in (lambda: p + 1.0, lambda: 2.0 * p, lambda: -p, lambda: p[0]):
    try:
        print(f())
    except TypeError as e:
        print('TypeError')
try:
    p.assign([1.0] * 4)
except NotImplementedError as e:
    print(e)
try:
    tf.convert_to_tensor(p, tf.int32)
except ValueError as e:
    print(e)
print((tf.constant([1.0] * 4) + p).name)
#> TypeError
#> TypeError
#> TypeError
#> TypeError
#> assign() has not been implemented for PartitionedVariable.
#> Incompatible type conversion requested to type 'int32' for variable of type 'float32'
#> add:0

#: 3.8 a partitioner is asked by name, and answers with one count for each axis
def partitioner(shape, dtype):
    print(type(shape).__name__, shape, dtype)
    return [1, 2]
def init(shape, dtype, partition_info):
    print(shape, partition_info.full_shape, partition_info.var_offset)
    return tf.zeros(shape, dtype)
p = tf.get_variable('w', [2, 5], tf.float64, init, partitioner=partitioner)
print(p.as_tensor().get_shape(), p.dtype)
#> TensorShape (2, 5) <dtype: 'float64'>
#> [1.0-] [2, 3] [2, 5] [0, 0]
#> [1.0-] [2, 2] [2, 5] [0, 3]
#> (2, 5) <dtype: 'float64'>

#: 3.8 fans come from the whole shape
tf.get_variable('w', [4, 2], partitioner=tf.fixed_size_partitioner(2))
with tf.Session() as s:
    print('%.4f' % s.run('w/part_1/Initializer/random_uniform/max:0'))
#> 1.0000

#: 3.8 partitioners
def shards(shape, partitioner, dtype=tf.float32):
    n = 'v%d' % len(tf.global_variables())
    print([v.get_shape().as_list() for v in tf.get_variable(n, shape, dtype, tf.zeros_initializer(), partitioner=partitioner)])
shards([2, 4], tf.fixed_size_partitioner(3, axis=1))
shards([2, 4], tf.fixed_size_partitioner(num_shards=2, axis=-1))
shards([5, 2], tf.variable_axis_size_partitioner(8))
shards([5, 2], tf.variable_axis_size_partitioner(16))
shards([5, 2], tf.variable_axis_size_partitioner(1, max_shards=2))
shards([5, 2], tf.variable_axis_size_partitioner(16, axis=1), tf.float64)
shards([5], tf.min_max_variable_partitioner(3, min_slice_size=8))
shards([5], tf.min_max_variable_partitioner(max_partitions=2, min_slice_size=4))
shards([5], tf.min_max_variable_partitioner(9))
shards([2, 5], tf.min_max_variable_partitioner(4, axis=1, min_slice_size=1))
print(tf.fixed_size_partitioner(2)(tf.TensorShape([5, 5]), dtype=tf.int32))
#> [1.0-] [[2, 2], [2, 1], [2, 1]]
#> [1.0-] [[2, 2], [2, 2]]
#> [1.0-] [[1, 2], [1, 2], [1, 2], [1, 2], [1, 2]]
#> [1.0-] [[2, 2], [2, 2], [1, 2]]
#> [1.0-] [[3, 2], [2, 2]]
#> [1.0-] [[5, 1], [5, 1]]
#> [1.0-] [[2], [2], [1]]
#> [1.0-] [[3], [2]]
#> [1.0-] [[5]]
#> [1.0-] [[2, 2], [2, 1], [2, 1], [2, 1]]
#> [1.0-] [2, 1]

#: 3.8 a scalar shape ignores the partitioner, if it is a list or tuple
part = tf.fixed_size_partitioner(2)
print(tf.get_variable('a', [], partitioner=part).name, tf.get_variable('b', (), partitioner=7).name)
tf.get_variable('c', tf.TensorShape([]), partitioner=part)
#> a:0 b:0
#! ValueError: A partitioned Variable must have rank at least 1, shape: ()

#: 3.8 @SHAPE_TEXT_1_13 what is refused before anything is made
tf.get_variable('plain', [4])
def refused(name, shape, partitioner, **words):
    try:
        tf.get_variable(name, shape, partitioner=partitioner, **words)
    except (ValueError, AttributeError) as e:
        print(e)
part = tf.fixed_size_partitioner(2)
refused('v', [4], 7)
refused('plain', [4], part)
refused('plain', None, part)
refused('v', None, part)
refused('v', [None, 2], part)
refused('v', [4], lambda shape, dtype: 2)
refused('v', [4], lambda shape, dtype: [2, 1])
refused('v', [4, 2], lambda shape, dtype: (0, 1))
refused('v', [4, 2], lambda **words: [-1, 1])
refused('v', None, part, initializer=[1.0, 2.0])
refused('v', None, part, initializer=1.0)
print(len(tf.global_variables()))
#> Partitioner must be callable, but received: 7
#> A partitioner was provided, but an unpartitioned version of the variable was found: plain.  Perhaps a variable of the same name was already created without partitioning?
#> A partitioner was provided, but an unpartitioned version of the variable was found: plain.  Perhaps a variable of the same name was already created without partitioning?
#> [-1.12] Shape of a new partitioned variable (v) must be fully defined, but instead was <unknown>.
#> [1.13-] Shape of a new partitioned variable must be fully defined, but instead was <unknown>.
#> [-1.12] Shape of a new partitioned variable (v) must be fully defined, but instead was (?, 2).
#> [1.13-] Shape of a new partitioned variable must be fully defined, but instead was (?, 2).
#> Partitioner must return a sequence, but saw: 2
#> Partitioner returned a partition list that does not match the Variable's rank: [2, 1] vs. (4,)
#> Partitioner returned zero partitions for some axes: (0, 1)
#> Partitioner returned zero partitions for some axes: [-1, 1]
#> 'list' object has no attribute 'get_shape'
#> 'float' object has no attribute 'get_shape'
#> 1

#: [1.13-] 3.8 @SHAPE_TEXT_1_13 two axes that are cut are not modelled any more
tf.get_variable('v', [4, 2], partitioner=lambda shape, dtype: [2, 2])
#! Refused: a variable cut along two axes, or into more shards than rows, is not modelled

#: 3.8 @AUTO_REUSE @PARTITIONED_MISSING_AUTO sharing a partitioned variable
part = tf.fixed_size_partitioner(2)
p = tf.get_variable('w', [4], partitioner=part)
def refused(*args, **words):
    try:
        print(tf.get_variable(*args, **words) is p)
    except ValueError as e:
        print(e)
refused('w', [4], partitioner=part)
with tf.variable_scope('', reuse=True):
    refused('w', [4], partitioner=part)
    refused('w', [5], partitioner=part)
    refused('w', [4], tf.int32, partitioner=part)
    refused('w', [4], partitioner=tf.fixed_size_partitioner(4))
    refused('w', None, partitioner=part)
    refused('v', [4], partitioner=part)
print(len(tf.global_variables()))
#> [-1.3] Partitioned variable with name w already exists. Did you mean to set reuse=True in VarScope?
#> [1.4-] Partitioned variable with name w already exists. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> True
#> Trying to reuse partitioned variable w, but specified shape (5,) and found shape (4,).
#> Trying to reuse partitioned variable w, but specified dtype int32 and found dtype float32.
#> Trying to reuse partitioned variable w, but specified partitions [4] and found partitions [2].
#> [-1.12] Shape of a new partitioned variable (w) must be fully defined, but instead was <unknown>.
#> [1.13-] Shape of a new partitioned variable must be fully defined, but instead was <unknown>.
#> [-1.4] PartitionedVariable v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#> [1.5-] PartitionedVariable v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=False or reuse=tf.AUTO_REUSE in VarScope?
#> 2

#: 3.8 a regularizer sees each shard, and a scope's partitioner is taken
with tf.variable_scope('s', partitioner=tf.fixed_size_partitioner(2), regularizer=lambda t: tf.identity(t, 'loss')):
    p = tf.get_variable('w', [2], initializer=tf.zeros_initializer(), trainable=False, collections=['c'])
print([t.name for t in tf.get_collection('regularization_losses')], [v.name for v in tf.get_collection('c')], tf.trainable_variables())
#> [1.0-] ['s/w/part_0/Regularizer/loss:0', 's/w/part_1/Regularizer/loss:0'] ['s/w/part_0:0', 's/w/part_1:0'] []
