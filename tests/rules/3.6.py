#: 3.6 collections are where it is asked for, and trainable variables too
a = tf.get_variable('a', [1])
b = tf.get_variable('b', [1], trainable=False)
c = tf.get_variable('c', [1], collections=['x', 'y'])
d = tf.get_variable('d', [1], collections=[], trainable=False)
e = tf.get_variable('e', [1], collections=('variables', 'trainable_variables', 'x'))
f = tf.get_variable('f', [1], collections={'x'}, trainable=False)
for key in ('variables', 'trainable_variables', 'x', 'y', 'local_variables'):
    print(key, [v.name for v in tf.get_collection(key)])
#> variables ['a:0', 'b:0', 'e:0']
#> trainable_variables ['a:0', 'c:0', 'e:0']
#> x ['c:0', 'e:0', 'f:0']
#> y ['c:0']
#> local_variables []

#: 3.6 sharing adds to no collection, and looks at no collections
v = tf.get_variable('v', [1], trainable=False)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('v', [1], collections=['x']) is v, tf.get_variable('v', [1], trainable=True) is v)
    print(tf.get_variable('v', [1], collections='x') is v, tf.get_local_variable('v', [1]) is v)
print(tf.get_collection('x'), tf.trainable_variables(), tf.local_variables(), len(tf.global_variables()))
#> True True
#> True True
#> [1.0-] [] [] [] 1

#: 3.6 collections that are no list, tuple or set
for keys in ('x', 5, {'x': 1}):
    try:
        tf.get_variable('v', [1], collections=keys)
    except ValueError as e:
        print(e)
print(tf.global_variables())
#> collections argument to Variable constructor must be a list, tuple, or set. Got x of type <class 'str'>
#> collections argument to Variable constructor must be a list, tuple, or set. Got 5 of type <class 'int'>
#> collections argument to Variable constructor must be a list, tuple, or set. Got {'x': 1} of type <class 'dict'>
#> [1.0-] []

#: 3.6 local variables are not trainable and stand in no other list, unless it is named
a = tf.get_local_variable('a', [1])
with tf.variable_scope('s', initializer=tf.ones_initializer()):
    b = tf.get_local_variable('b', [2], tf.float64)
c = tf.get_local_variable('c', initializer=3.0, collections=['variables'])
print([v.name for v in tf.local_variables()], [v.name for v in tf.global_variables()], tf.trainable_variables())
print(b.dtype, b.get_shape(), c.initial_value.name)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('a', [1]) is a)
#> [1.0-] ['a:0', 's/b:0', 'c:0'] ['c:0'] []
#> <dtype: 'float64_ref'> (2,) c/initial_value:0
#> True

#: 3.6 the list that get_local_variable is given grows
keys = ['x']
a = tf.get_local_variable('a', [1], collections=keys)
print(keys, [v.name for v in tf.get_collection('x')])
for keys in (None, (), []):
    try:
        print(tf.get_local_variable('b%s' % (keys is None), [1], collections=keys).name, keys)
    except TypeError as e:
        print('TypeError')
    except ValueError as e:
        print(str(e)[:33])
#> [1.0-] ['x', 'local_variables'] ['a:0']
#> [-1.9] TypeError
#> [1.10-] bTrue:0 None
#> [-1.9] TypeError
#> [-1.9] bFalse:0 ['local_variables']
#> [1.10-] bFalse:0 ()
#> [1.10-] Variable bFalse already exists, d

#: 3.6 get_local_variable takes what get_variable takes
def getter(getter, name, **rest):
    print(name, rest['trainable'], rest['collections'])
    return getter(name, **rest)
print(tf.get_local_variable('v', [4], custom_getter=getter, trainable=True).name)
try:
    print(tf.get_local_variable('w', [4], None, None, None, True).name)
except TypeError as e:
    print(e)
try:
    print(tf.get_local_variable())
except TypeError as e:
    print(str(e).split('() ')[1])
print(type(tf.get_local_variable('p', [4], partitioner=tf.fixed_size_partitioner(2))).__name__, len(tf.local_variables()))
#> v False ['local_variables']
#> v:0
#> [-1.9] get_variable() got multiple values for argument 'trainable'
#> [1.10-] w:0
#> missing 1 required positional argument: 'name'
#> [-1.9] PartitionedVariable 3
#> [1.10-] PartitionedVariable 4
