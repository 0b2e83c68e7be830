#: 3.2 a value with an explicit dtype leaves a stray constant, which a tensor does not
a = tf.get_variable('a', initializer=3.5, dtype=tf.float32)
with tf.name_scope('n'):
    b = tf.get_variable('b', initializer=[1, 2], dtype=tf.int32)
c = tf.get_variable('c', initializer=tf.constant([1.0], name='given'), dtype=tf.float32)
d = tf.get_variable('d', initializer=1.0)
#n Const a/initial_value a a/Assign a/read Const_1 b/initial_value b b/Assign b/read given c c/Assign(c,given) c/read
#n d/initial_value d d/Assign d/read

#: 3.2 the dtype of a value must be the explicit one
for value, dtype in ((3, tf.float32), (2.5, tf.int32), (tf.constant(1), tf.string), ('a', tf.bool), (1.0, tf.float64)):
    try:
        tf.get_variable('v', initializer=value, dtype=dtype)
    except ValueError as e:
        print(e)
print(len(tf.global_variables()))
#> Initializer type '<dtype: 'int32'>' and explicit dtype '<dtype: 'float32'>' don't match.
#> Initializer type '<dtype: 'float32'>' and explicit dtype '<dtype: 'int32'>' don't match.
#> Initializer type '<dtype: 'int32'>' and explicit dtype '<dtype: 'string'>' don't match.
#> Initializer type '<dtype: 'string'>' and explicit dtype '<dtype: 'bool'>' don't match.
#> Initializer type '<dtype: 'float32'>' and explicit dtype '<dtype: 'float64'>' don't match.
#> 0
#n Const:Const Const_1:Const Const_2:Const Const_3:Const Const_4:Const

#: 3.2 the check of the dtype comes before the scope's initializer, dtype and getter
with tf.variable_scope('s', initializer=tf.ones_initializer(), dtype=tf.float64, custom_getter=7):
    try:
        tf.get_variable('v', initializer=3, dtype=tf.float32)
    except ValueError as e:
        print(e)
    try:
        tf.get_variable('v', [1])
    except ValueError as e:
        print(e)
#> Initializer type '<dtype: 'int32'>' and explicit dtype '<dtype: 'float32'>' don't match.
#> Passed a custom_getter which is not callable: 7

#: 3.2 what is not given is the scope's, also a value as initializer
with tf.variable_scope('s', initializer=7.0, regularizer=lambda t: tf.identity(t, 'loss'), caching_device='/cpu:1'):
    v = tf.get_variable('v')
    w = tf.get_variable('w', [2], initializer=tf.zeros_initializer(), regularizer=tf.no_regularizer)
    print(v.name, v.get_shape(), v.dtype, v.value().op.device != '', [t.name for t in tf.get_collection('regularization_losses')])
    try:
        tf.get_variable('u', [2])
    except ValueError as e:
        print(e)
with tf.variable_scope('s', initializer=7.0, reuse=True):
    try:
        tf.get_variable('w', [2])
    except ValueError as e:
        print(e)
    print(tf.get_variable('w') is w)
#> s/v:0 () <dtype: 'float32_ref'> True ['s/v/Regularizer/loss:0']
#> If initializer is a constant, do not specify shape.
#> If initializer is a constant, do not specify shape.
#> True

#: [1.4-] 3.2 @CONSTRAINT the constraint is the scope's when none is given
f, g = (lambda x: x), (lambda x: x)
with tf.variable_scope('s', constraint=f):
    print(tf.get_variable('v', [1]).constraint is f, tf.get_variable('w', [1], constraint=g).constraint is g)
    with tf.variable_scope('t'):
        print(tf.get_variable('v', [1]).constraint)
#> True True
#> None

#: 3.2 @USE_RESOURCE use_resource is the scope's when none is given
try:
    with tf.variable_scope('s', use_resource=True):
        print(tf.get_variable('v', [1]).op.type, tf.get_variable('w', [1], use_resource=False).op.type)
except TypeError:
    print('no use_resource')
#> [1.0] no use_resource
#> [1.1-] VarHandleOp VariableV2

#: 3.2 a getter is called with everything by name, and the key is what it passes on
def getter(getter, name, **rest):
    print(name, [rest[k] for k in ('shape', 'dtype', 'reuse', 'trainable', 'validate_shape')])
    print(sorted(k for k in rest if rest[k] is None))
    return getter('other/' + name, **rest)
with tf.variable_scope('s', custom_getter=getter):
    v = tf.get_variable('v', [2], collections=['c'])
print(v.name)
print(tf.get_variable('s/v', [1]).name)
with tf.variable_scope('other', reuse=True):
    print(tf.get_variable('s/v') is v)
#> s/v [[2], tf.float32, False, True, True]
#> [1.0] ['caching_device', 'initializer', 'partitioner', 'regularizer']
#> [1.1-1.11] ['caching_device', 'initializer', 'partitioner', 'regularizer', 'use_resource']
#> [1.12-] ['caching_device', 'constraint', 'initializer', 'partitioner', 'regularizer', 'use_resource']
#> other/s/v:0
#> s/v:0
#> True

#: 3.2 @GETTER_CONSTRAINT @CONSTRAINT a getter gets constraint by its name, and since 1.12 in its **kwargs
def named(getter, name, constraint='none', **rest):
    print('named', constraint)
    return getter(name, **rest)
def starred(getter, *args, **kwargs):
    print('starred', args, 'constraint' in kwargs)
    return getter(*args, **kwargs)
class Getter(object):
    def __call__(self, getter, name, constraint='none', **rest):
        print('object', constraint)
        return getter(name, **rest)
tf.get_variable('a', [1], custom_getter=named)
tf.get_variable('b', [1], custom_getter=starred)
tf.get_variable('c', [1], custom_getter=Getter())
#> [-1.3] named none
#> [1.4-] named None
#> [-1.11] starred () False
#> [1.12-] starred () True
#> [-1.3] object none
#> [1.4-] object None

#: 3.2 @SYNCHRONIZATION a getter gets synchronization and aggregation since 1.10
def getter(getter, name, **rest):
    print(sorted(k for k in rest if 'ation' in k), rest.get('synchronization'), rest['trainable'])
    return getter(name, **rest)
tf.get_variable('a', [1], custom_getter=getter)
#> [-1.9] [] None True
#> [1.10-] ['aggregation', 'synchronization'] VariableSynchronization.AUTO True

#: 3.2 @USE_RESOURCE @CONSTRAINT @SYNCHRONIZATION the true getter takes what its release has
def getter(getter, name, **rest):
    for word in ('use_resource', 'constraint', 'synchronization', 'aggregation'):
        try:
            print(getter(name + word, [1], **{word: None}).name)
        except TypeError as e:
            print(str(e).split('() ')[-1])
    return getter(name, [3])
print(tf.get_variable('v', [1], tf.int32, custom_getter=getter))
#> [1.0] got an unexpected keyword argument 'use_resource'
#> [1.1-] vuse_resource:0
#> [-1.3] got an unexpected keyword argument 'constraint'
#> [1.4-] vconstraint:0
#> [-1.9] got an unexpected keyword argument 'synchronization'
#> [1.10-] vsynchronization:0
#> [-1.9] got an unexpected keyword argument 'aggregation'
#> [1.10-] vaggregation:0
#> [1.0] Tensor("v/read:0", shape=(3,), dtype=float32)
#> [1.1-] <tf.Variable 'v:0' shape=(3,) dtype=float32_ref>

#: 3.2 a getter may give anything
print(tf.get_variable('v', [1], custom_getter=lambda getter, **rest: (rest['name'], 5)))
#> ('v', 5)

#: 3.2 without a partitioner, reuse=True finds the partitioned variable; else its shards are in the way
p = tf.get_variable('w', [4, 2], partitioner=tf.fixed_size_partitioner(2))
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('w', [4, 2]) is p, tf.get_variable('w') is p)
    for shape, dtype in (([5, 2], None), ([4, 2], tf.int32)):
        try:
            tf.get_variable('w', shape, dtype)
        except ValueError as e:
            print(e)
tf.get_variable('w', [4, 2])
#> True True
#> Trying to reuse partitioned variable w, but specified shape (5, 2) and found shape (4, 2).
#> Trying to reuse partitioned variable w, but specified dtype int32 and found dtype float32.
#! ValueError: No partitioner was provided, but a partitioned version of the variable was found: w/part_0. Perhaps a variable of the same name was already created with partitioning?

#: [1.4-] 3.2 AUTO_REUSE does not find a partitioned variable without a partitioner
p = tf.get_variable('w', [4], partitioner=tf.fixed_size_partitioner(2))
with tf.variable_scope('', reuse=tf.AUTO_REUSE):
    print(tf.get_variable('w', [4], partitioner=tf.fixed_size_partitioner(2)) is p)
    tf.get_variable('w', [4])
#> True
#! ValueError: No partitioner was provided, but a partitioned version of the variable was found: w/part_0. Perhaps a variable of the same name was already created with partitioning?
