#: 4.6 a scope captured in one graph can be entered in another; nothing is shared
with tf.variable_scope('a') as a:
    v = tf.get_variable('v', [1])
    a.reuse_variables()
g = tf.Graph()
with g.as_default():
    with tf.variable_scope(a) as b:
        print(b.name, b.original_name_scope, b.reuse, tf.no_op('x').name)
        try: tf.get_variable('v', [1])
        except ValueError as e: print(str(e).split(',')[0])
    with tf.variable_scope('a') as c:
        w = tf.get_variable('v', [1])
        print(c.reuse, w.name, w is v, w.graph is g)
    with tf.variable_scope(a): print(tf.get_variable('v', [1]) is w)
with tf.variable_scope(a): print(tf.get_variable('v', [1]) is v)
#> a a/ True a/x
#> Variable a/v does not exist
#> False a/v:0 False True
#> True
#> True

#: 4.6 the current scope belongs to the graph: another graph begins at its root, and the first one goes on
with tf.variable_scope('a', reuse=True) as a:
    with tf.Graph().as_default():
        print(repr(tf.get_variable_scope().name), tf.get_variable_scope().reuse, tf.no_op('x').name, tf.get_variable('v', [1]).name)
        with tf.variable_scope('b') as b: print(b.name, b.reuse)
    print(tf.get_variable_scope() is a, tf.no_op('x').name)
#> '' False x v:0
#> b False
#> True a/x

#: 4.6 defaults travel with the object into the other graph
with tf.variable_scope('a', initializer=tf.constant_initializer(2.), dtype=tf.float64) as a: pass
with tf.Graph().as_default():
    with tf.variable_scope(a) as b:
        v = tf.get_variable('v', [1])
        print(b.dtype, v.dtype, [o.name for o in tf.get_default_graph().get_operations()])
#> <dtype: 'float64'> <dtype: 'float64_ref'> ['a/v/Initializer/Const', 'a/v', 'a/v/Assign', 'a/v/read']

#: 4.6 a new default graph starts at the root, with fresh counts and without the flag
with tf.variable_scope(None, 'd') as d: tf.get_variable('v', [1])
tf.get_variable_scope().reuse_variables()
tf.reset_default_graph()
print(tf.get_variable_scope().reuse)
with tf.variable_scope(None, 'd') as s: print(s.name, s.original_name_scope, tf.get_variable('v', [1]).name)
with tf.variable_scope(d) as s: print(s.name, s.original_name_scope, tf.no_op('x').name)
#> False
#> d d/ d/v:0
#> d d/ d_1/x

#: 4.6 threads are not modelled
import threading
t = threading.Thread(target=lambda: None)
t.start()
#! Refused: threading.Thread is not modelled
