#: 0 the state of a graph at the beginning
g = tf.Graph()
with g.as_default():
    s = tf.get_variable_scope()
    print(repr(s.name), s.reuse, s.dtype.name, s.initializer, s.regularizer, s.caching_device, s.partitioner, s.custom_getter)
    print(len(g.get_operations()), g.seed, g.finalized, g.get_all_collection_keys())
    print(g.unique_name('a', mark_as_used=False))
#> '' False float32 None None None None None
#> 0 None False []
#> a

#: 0 the op scope and the variable prefix are two things
with tf.name_scope('n'):
    with tf.variable_scope('v'):
        print(tf.get_variable('a', [1]).name, tf.Variable(0., name='b').name, tf.constant(0., name='c').name)
#> v/a:0 n/v/b:0 n/v/c:0

#: 0 tf.name_scope changes the first only, tf.variable_scope both
with tf.name_scope('n'):
    print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
with tf.variable_scope('v'):
    print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
    with tf.name_scope(None):
        print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
#> '' n/x
#> 'v' v/x
#> 'v' x
#> '' x_1

#: 0 each graph has its own variables, scopes and counts
def look():
    with tf.variable_scope('s') as s:
        v = tf.get_variable('w', [1])
        print(v.name, s.original_name_scope, len(tf.get_collection('variables')))
    with tf.variable_scope(None, 'd') as s:
        print(s.name)
look()
with tf.Graph().as_default():
    look()
tf.reset_default_graph()
look()
#> s/w:0 s/ 1
#> d
#> s/w:0 s/ 1
#> d
#> s/w:0 s/ 1
#> d

#: 0 a variable scope is a plain record: it may be used in another graph
with tf.variable_scope('s', reuse=None) as s:
    tf.get_variable('w', [1])
g = tf.Graph()
with g.as_default():
    with tf.variable_scope(s):
        v = tf.get_variable('w', [2])
        print(v.name, v.graph is g, v.get_shape())
#> s/w:0 True (2,)

#: 0 names used by a store and names used by nodes are two tables
tf.Variable(0., name='w')
v = tf.get_variable('w', [])
print(v.name)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('w', []) is v)
#> w_1:0
#> True
