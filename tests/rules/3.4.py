#: 3.4 without an initializer: glorot uniform
tf.get_variable('w', [2, 2])
#n w/Initializer/random_uniform/shape:Const w/Initializer/random_uniform/min:Const w/Initializer/random_uniform/max:Const
#n w/Initializer/random_uniform/RandomUniform:RandomUniform(w/Initializer/random_uniform/shape)
#n w/Initializer/random_uniform/sub:Sub(w/Initializer/random_uniform/max,w/Initializer/random_uniform/min)
#n w/Initializer/random_uniform/mul:Mul(w/Initializer/random_uniform/RandomUniform,w/Initializer/random_uniform/sub)
#n w/Initializer/random_uniform:Add(w/Initializer/random_uniform/mul,w/Initializer/random_uniform/min)
#n w:VariableV2() w/Assign:Assign(w,w/Initializer/random_uniform) w/read:Identity(w)

#: 3.4 @INTEGER_ZEROS_INSIDE @ZEROS_NAMED integers and bools: zeros, until 1.4 a tensor at the top
with tf.name_scope('n'):
    i = tf.get_variable('i', [2], tf.int32)
with tf.variable_scope('s', dtype=tf.bool):
    b = tf.get_variable('b', [])
u = tf.get_variable('u', [1], tf.uint8)
print(i.dtype, b.dtype, u.dtype, i.initial_value.name)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print(s.run([i, b, u]))
#> [-1.1] <dtype: 'int32_ref'> <dtype: 'bool_ref'> <dtype: 'uint8_ref'> Const:0
#> [1.2-1.4] <dtype: 'int32_ref'> <dtype: 'bool_ref'> <dtype: 'uint8_ref'> zeros:0
#> [1.5-] <dtype: 'int32_ref'> <dtype: 'bool_ref'> <dtype: 'uint8_ref'> i/Initializer/zeros:0
#> [1.0-] [array([0, 0], dtype=int32), False, array([0], dtype=uint8)]
#n [-1.1] Const i i/Assign i/read Const_1 s/b s/b/Assign s/b/read Const_2 u u/Assign u/read init
#n [1.2-1.4] zeros i i/Assign i/read zeros_1 s/b s/b/Assign s/b/read zeros_2 u u/Assign u/read init
#n [1.5] i/Initializer/zeros i i/Assign i/read s/b/Initializer/zeros s/b s/b/Assign s/b/read u/Initializer/zeros u u/Assign u/read init
#n [1.6-1.7] i/Initializer/zeros/shape_as_tensor i/Initializer/zeros/Const i/Initializer/zeros:Fill i i/Assign i/read
#n [1.6-1.7] s/b/Initializer/zeros/shape_as_tensor s/b/Initializer/zeros/Const s/b/Initializer/zeros:Fill s/b s/b/Assign s/b/read
#n [1.6-1.7] u/Initializer/zeros/shape_as_tensor u/Initializer/zeros/Const u/Initializer/zeros:Fill u u/Assign u/read init
#n [1.8-] i/Initializer/zeros i i/Assign i/read s/b/Initializer/zeros s/b s/b/Assign s/b/read u/Initializer/zeros u u/Assign u/read init

#: 3.4 @STRING_ZEROS strings: empty ones since 1.9
try:
    s = tf.get_variable('s', [2], tf.string)
    with tf.Session() as session:
        session.run(s.initializer)
        print(session.run(s).tolist())
except ValueError:
    print('refused')
#> [-1.8] refused
#> [1.9-] [b'', b'']

#: 3.4 @INITIALIZER_CLASS a class is instantiated since 1.1, with the dtype
class Mine(object):
    def __init__(self, dtype):
        print('made', dtype)
    def __call__(self, shape, dtype, partition_info=None):
        print('called', shape, dtype)
        return tf.ones(shape, dtype)
def get(name, initializer):
    try:
        print(tf.get_variable(name, [2], tf.float64, initializer).initial_value.name)
    except TypeError as e:
        print(str(e).split('.')[-1])
get('v', tf.zeros_initializer)
get('w', tf.ones_initializer)
get('r', tf.random_normal_initializer)
get('m', Mine)
#> [1.0] __init__() got multiple values for argument 'dtype'
#> [1.0] __init__() got multiple values for argument 'dtype'
#> [1.0] __init__() got an unexpected keyword argument 'partition_info'
#> [1.0] __init__() got multiple values for argument 'dtype'
#> [1.1] v/Initializer/Const:0
#> [1.2-] v/Initializer/zeros:0
#> [1.1] w/Initializer/Const:0
#> [1.2-] w/Initializer/ones:0
#> [1.1-] r/Initializer/random_normal:0
#> [1.1-] made <dtype: 'float64'>
#> [1.1-] called [2] <dtype: 'float64'>
#> [1.1-] m/Initializer/ones:0

#: [1.1-] 3.4 @INITIALIZER_CLASS a class that does not take the dtype
class Mine(object):
    def __call__(self, shape, dtype, partition_info=None):
        return tf.ones(shape, dtype)
try:
    tf.get_variable('v', [2], initializer=Mine)
except TypeError as e:
    print('TypeError')
try:
    tf.get_variable('w', [2], tf.int32, tf.truncated_normal_initializer)
except ValueError as e:
    print(e)
#> TypeError
#> Expected floating point type, got <dtype: 'int32'>.

#: 3.4 @PARTITION_INFO_OPTIONAL what a function of the program is called with
def full(shape, dtype=None, partition_info='none'):
    print(shape, dtype, partition_info)
    return tf.constant(1.0, dtype, shape)
def short(shape, dtype):
    print(shape, dtype)
    return [2.0, 2.0]
def starred(shape, **rest):
    print(sorted(rest))
    return tf.zeros(shape)
class Method(object):
    def init(self, shape, dtype, partition_info):
        print('method', partition_info)
        return tf.zeros(shape)
for name, f in (('a', full), ('b', short), ('c', starred), ('d', Method().init), ('e', lambda s, dtype, **k: s)):
    try:
        v = tf.get_variable(name, (2,), initializer=f)
        print(v.initial_value.name, v.dtype)
    except TypeError as e:
        print('TypeError')
#> [1.0-] [2] <dtype: 'float32'> None
#> a/Initializer/Const:0 <dtype: 'float32_ref'>
#> [-1.13] TypeError
#> [1.14-] [2] <dtype: 'float32'>
#> [1.14-] b/Initializer/initial_value:0 <dtype: 'float32_ref'>
#> [-1.13] ['dtype', 'partition_info']
#> [1.14-] ['dtype']
#> c/Initializer/zeros:0 <dtype: 'float32_ref'>
#> method None
#> d/Initializer/zeros:0 <dtype: 'float32_ref'>
#> e/Initializer/initial_value:0 <dtype: 'float32_ref'>

#: 3.4 the value of a function is converted in its scope, and gives the shape
v = tf.get_variable('v', [2, 2], initializer=lambda shape, dtype, partition_info: [1.0, 2.0, 3.0])
print(v.get_shape(), v.initial_value.name)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('v', [3]) is v)
tf.get_variable('w', [2], tf.int32, lambda shape, dtype, partition_info: [1.5])
#> (3,) v/Initializer/initial_value:0
#> True
#! TypeError: Expected int32, got 1.5 of type 'float' instead.

#: 3.4 a value's dtype is its own, whatever the scope says
import numpy as np
with tf.variable_scope('s', dtype=tf.float16):
    a = tf.get_variable('a', initializer=np.array([1.0, 2.0]))
    b = tf.get_variable('b', initializer=tf.constant(3, tf.int64, name='three'))
    c = tf.get_variable('c', initializer=True)
    d = tf.get_variable('d', initializer=u'\u00e9')
    e = tf.get_variable('e', initializer=tf.Variable(1.0, name='other').initialized_value())
    f = tf.get_variable('f', [1])
print([v.dtype.base_dtype.name for v in (a, b, c, d, e, f)], a.get_shape(), b.initial_value.name, a.initial_value.name)
#> [1.0-] ['float64', 'int64', 'bool', 'string', 'float32', 'float16'] (2,) s/three:0 s/a/initial_value:0

#: 3.4 values that are no tensor
for value in ({}, object, [[1], [2, 3]]):
    try:
        v = tf.get_variable('v', initializer=value)
        print(v)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
#> TypeError
#> ValueError
#> ValueError

#: 3.4 nothing of the control dependencies around it reaches the variable
a = tf.no_op('a')
with tf.control_dependencies([a]):
    tf.get_variable('v', [1], initializer=tf.constant_initializer(1.0))
    tf.get_variable('w', initializer=1.0)
    tf.get_variable('i', [1], tf.int32, tf.zeros_initializer(), lambda t: tf.identity(t, 'r'))
#n a v/Initializer/Const:Const() v:VariableV2() v/Assign:Assign(v,v/Initializer/Const) v/read:Identity(v)
#n w/initial_value:Const() w:VariableV2() w/Assign:Assign(w,w/initial_value) w/read:Identity(w)
#n [-1.1] i/Initializer/Const:Const() i:VariableV2() i/Assign i/read:Identity(i) i/Regularizer/r:Identity(i/read,^a)
#n [1.2-1.5] i/Initializer/zeros:Const() i:VariableV2() i/Assign i/read:Identity(i) i/Regularizer/r:Identity(i/read,^a)
#n [1.6-1.7] i/Initializer/zeros/shape_as_tensor i/Initializer/zeros/Const i/Initializer/zeros:Fill(i/Initializer/zeros/shape_as_tensor,i/Initializer/zeros/Const)
#n [1.6-1.7] i:VariableV2() i/Assign i/read:Identity(i) i/Regularizer/r:Identity(i/read,^a)
#n [1.8-] i/Initializer/zeros:Const() i:VariableV2() i/Assign i/read:Identity(i) i/Regularizer/r:Identity(i/read,^a)
