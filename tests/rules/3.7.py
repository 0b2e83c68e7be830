#: 3.7 a loss in the scope of the key, beside the variable, once a variable
reg = tf.contrib.layers.l2_regularizer(0.1)
with tf.variable_scope('foo', regularizer=reg):
    w = tf.get_variable('w', initializer=[1.0, 2.0])
with tf.variable_scope('foo', regularizer=reg, reuse=True):
    tf.get_variable('w')
print([t.name for t in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)])
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print('%.3f' % s.run(tf.get_collection('regularization_losses')[0]))
#> [1.0-] ['foo/w/Regularizer/l2_regularizer:0']
#> 0.250
#n foo/w/initial_value foo/w foo/w/Assign foo/w/read foo/w/Regularizer/l2_regularizer/scale:Const foo/w/Regularizer/l2_regularizer/L2Loss:L2Loss(foo/w/read)
#n foo/w/Regularizer/l2_regularizer:Mul(foo/w/Regularizer/l2_regularizer/scale,foo/w/Regularizer/l2_regularizer/L2Loss) init

#: 3.7 l1 sums absolute values
tf.get_variable('w', initializer=[1.0, -2.0], regularizer=tf.contrib.layers.l1_regularizer(0.5))
#n w/initial_value w w/Assign w/read w/Regularizer/l1_regularizer/scale:Const w/Regularizer/l1_regularizer/Abs:Abs(w/read) w/Regularizer/l1_regularizer/Const:Const
#n w/Regularizer/l1_regularizer/Sum:Sum(w/Regularizer/l1_regularizer/Abs,w/Regularizer/l1_regularizer/Const) w/Regularizer/l1_regularizer:Mul(w/Regularizer/l1_regularizer/scale,w/Regularizer/l1_regularizer/Sum)

#: 3.7 the prefix is the key, not the name of the node, and it is absolute
tf.no_op('w')
with tf.name_scope('n'):
    w = tf.get_variable('w', initializer=1.0, regularizer=lambda t: tf.identity(t, 'a'))
    v = tf.get_variable('w/v', initializer=1.0, regularizer=lambda t: tf.identity(t))
#n w w_1/initial_value w_1 w_1/Assign w_1/read w/Regularizer/a
#n w/v/initial_value w/v w/v/Assign w/v/read w/v/Regularizer/Identity

#: 3.7 sums of regularizers
layers = tf.contrib.layers
w = tf.get_variable('w', initializer=[1.0, -2.0], regularizer=layers.l1_l2_regularizer(0.5, 0.1))
v = tf.get_variable('v', initializer=[1.0], regularizer=layers.sum_regularizer([layers.l2_regularizer(0.5), None], scope='total'))
print(layers.sum_regularizer([]), layers.sum_regularizer([None, None]))
print([t.name for t in tf.get_collection('regularization_losses')])
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print('%.2f %.2f' % tuple(s.run(tf.get_collection('regularization_losses'))))
#> None None
#> [1.0-] ['w/Regularizer/l1_l2_regularizer:0', 'v/Regularizer/total:0']
#> 1.75 0.25
#n w/initial_value w w/Assign w/read w/Regularizer/l1_l2_regularizer/l1_regularizer/scale w/Regularizer/l1_l2_regularizer/l1_regularizer/Abs
#n w/Regularizer/l1_l2_regularizer/l1_regularizer/Const w/Regularizer/l1_l2_regularizer/l1_regularizer/Sum w/Regularizer/l1_l2_regularizer/l1_regularizer
#n w/Regularizer/l1_l2_regularizer/l2_regularizer/scale w/Regularizer/l1_l2_regularizer/l2_regularizer/L2Loss w/Regularizer/l1_l2_regularizer/l2_regularizer
#n w/Regularizer/l1_l2_regularizer:AddN(w/Regularizer/l1_l2_regularizer/l1_regularizer,w/Regularizer/l1_l2_regularizer/l2_regularizer)
#n v/initial_value v v/Assign v/read v/Regularizer/total/l2_regularizer/scale v/Regularizer/total/l2_regularizer/L2Loss v/Regularizer/total/l2_regularizer
#n v/Regularizer/total:AddN(v/Regularizer/total/l2_regularizer) init

#: 3.7 the scope of a regularizer takes the place of its name
tf.get_variable('w', initializer=1.0, regularizer=tf.contrib.layers.l2_regularizer(0.1, scope='decay'))
#n w/initial_value w w/Assign w/read w/Regularizer/decay/scale w/Regularizer/decay/L2Loss w/Regularizer/decay

#: 3.7 scales that are refused, and zero
import numpy as np
for make in (tf.contrib.layers.l1_regularizer, tf.contrib.layers.l2_regularizer):
    for scale in (1, True, np.int32(3), -0.5):
        try:
            make(scale)
        except ValueError as e:
            print(e)
tf.get_variable('w', initializer=1.0, regularizer=tf.contrib.layers.l2_regularizer(0.0))
tf.get_variable('v', initializer=1.0, regularizer=tf.no_regularizer)
print(tf.get_collection('regularization_losses'), tf.no_regularizer(5))
#> scale cannot be an integer: 1
#> scale cannot be an integer: True
#> scale cannot be an integer: 3
#> Setting a scale less than 0 on a regularizer: -0.5
#> scale cannot be an integer: 1
#> scale cannot be an integer: True
#> scale cannot be an integer: 3
#> Setting a scale less than 0 on a regularizer: -0.5.
#> [1.0-] [] None
#n w/initial_value w w/Assign w/read v/initial_value v v/Assign v/read

#: 3.7 the variable is stored before its regularizer runs
def bad(v):
    print(v.name, [x.name for x in tf.global_variables()])
    with tf.variable_scope('', reuse=True):
        print(tf.get_variable('w') is v)
    raise KeyError('no')
try:
    tf.get_variable('w', [1], regularizer=bad)
except KeyError as e:
    print(e)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('w').name)
for false in (0, False, ''):
    tf.get_variable('v%s' % false, [1], regularizer=false)
try:
    tf.get_variable('u', [1], regularizer=7)
except TypeError as e:
    print(e)
#> w:0 ['w:0']
#> True
#> 'no'
#> w:0
#> 'int' object is not callable
