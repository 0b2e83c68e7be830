#: 3.9 @GETTERS_COMPOSE the getter of an inner scope replaces the outer one, since 1.1 it wraps it
def suffix(text):
    def getter(getter, name, *args, **kwargs):
        print(text, name)
        return getter(name + text, *args, **kwargs)
    return getter
with tf.variable_scope('a', custom_getter=suffix('_1')) as a:
    with tf.variable_scope('b', custom_getter=suffix('_2')):
        print(tf.get_variable('v', [1]).name)
        with tf.variable_scope('c', custom_getter=suffix('_3')):
            print(tf.get_variable('v', [1]).name)
        with tf.variable_scope('d'):
            print(tf.get_variable('v', [1]).name)
    print(tf.get_variable('w', [1], custom_getter=suffix('_4')).name)
with tf.variable_scope(a, custom_getter=suffix('_5')):
    print(tf.get_variable('v', [1]).name)
#> _2 a/b/v
#> [1.0] a/b/v_2:0
#> [1.1-] _1 a/b/v_2
#> [1.1-] a/b/v_2_1:0
#> _3 a/b/c/v
#> [1.0] a/b/c/v_3:0
#> [1.1-] _2 a/b/c/v_3
#> [1.1-] _1 a/b/c/v_3_2
#> [1.1-] a/b/c/v_3_2_1:0
#> _2 a/b/d/v
#> [1.0] a/b/d/v_2:0
#> [1.1-] _1 a/b/d/v_2
#> [1.1-] a/b/d/v_2_1:0
#> _4 a/w
#> a/w_4:0
#> _5 a/v
#> [1.0] a/v_5:0
#> [1.1-] _1 a/v_5
#> [1.1-] a/v_5_1:0

#: [1.1-] 3.9 @GETTERS_COMPOSE a getter may pass on other arguments, or call none
def outer(getter, name, **rest):
    print('outer', rest['shape'], rest.get('trainable'))
    return getter(name, **rest)
def inner(getter, name, shape=None, **rest):
    if name.endswith('own'):
        return name
    return getter(name=name, shape=[9], trainable=False)
with tf.variable_scope('a', custom_getter=outer):
    with tf.variable_scope('b', custom_getter=inner):
        print(tf.get_variable('v', [1]).get_shape(), tf.get_variable('own', [2]))
#> outer [9] False
#> (9,) a/b/own

#: 3.9 caching_device moves the read only
with tf.device('/cpu:1'):
    v = tf.get_variable('v', initializer=1.0, caching_device='/cpu:0')
print(v.op.device, v.initializer.device, v.value().op.device)
#> /device:CPU:1 /device:CPU:1 /device:CPU:0
#n v/initial_value v v/Assign v/read

#: [1.4-] 3.9 a constraint makes no node
tf.get_variable('v', initializer=1.0, constraint=lambda x: 1 / 0)
tf.get_variable('w', [], initializer=tf.constant_initializer(1.0), constraint=tf.identity)
#n v/initial_value v v/Assign v/read w/Initializer/Const w w/Assign w/read

#: 3.9 validate_shape=False leaves the static shape open, and lets an open value through
p = tf.placeholder(tf.float32, [None, 2], name='p')
try:
    tf.get_variable('u', initializer=p)
except ValueError as e:
    print(e)
v = tf.get_variable('v', initializer=p, validate_shape=False)
w = tf.get_variable('w', [2], initializer=tf.zeros_initializer(), validate_shape=False)
print(v.get_shape(), w.get_shape(), tf.get_variable('n', [2], validate_shape=None).get_shape())
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('w', [7]) is w)
with tf.Session() as s:
    s.run(v.initializer, {p: [[1, 2], [3, 4]]})
    print(s.run(v).tolist())
#> initial_value must have a shape specified: Tensor("p:0", shape=(?, 2), dtype=float32)
#> <unknown> <unknown> <unknown>
#> True
#> [1.0-] [[1.0, 2.0], [3.0, 4.0]]
#: 3.9 a getter that does not pass reuse on finds what is stored, whatever the scope says
def getter(getter, name, **k):
    k.pop('reuse')
    return getter(name, **k)
with tf.variable_scope('a', custom_getter=getter):
    v = tf.get_variable('v', [1])
    print(tf.get_variable('v', [1]) is v)
#> True
