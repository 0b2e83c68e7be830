#: 5.3 arg_scope gives defaults to the functions that it names; inner scopes add to outer ones, arguments of a call win
slim = tf.contrib.slim
x = tf.ones([2, 3])
with slim.arg_scope([slim.fully_connected], activation_fn=None, biases_initializer=None) as outer:
    with slim.arg_scope([slim.fully_connected, slim.dropout], activation_fn=tf.tanh):
        print(slim.fully_connected(x, 2, scope='a').name, slim.fully_connected(x, 2, activation_fn=None, scope='b').name)
    print(slim.fully_connected(x, 2, scope='c').name)
with slim.arg_scope(outer):
    print(slim.fully_connected(x, 2, scope='d').name)
print(slim.fully_connected(x, 2, scope='e').name, [v.op.name for v in slim.get_variables('e')])
#> a/Tanh:0 b/MatMul:0
#> c/MatMul:0
#> d/MatMul:0
#> e/Relu:0 ['e/weights', 'e/biases']
#: 5.3 a function of one's own takes defaults once it is decorated; others are refused
from tensorflow.contrib.framework import arg_scope, add_arg_scope, has_arg_scope
@add_arg_scope
def f(x, k=1, **rest):
    return (x, k, sorted(rest))
print(has_arg_scope(f), f.__name__)
with arg_scope([f], k=2, more=3):
    print(f(0), f(0, k=5))
print(f(0))
try:
    with arg_scope([has_arg_scope], k=1):
        pass
except ValueError as e:
    print(e.args[0])
try:
    with arg_scope(f, k=1):
        pass
except TypeError as e:
    print('TypeError')
#> True f
#> (0, 2, ['more']) (0, 5, ['more'])
#> (0, 1, [])
#> %s is not decorated with @add_arg_scope
#> TypeError
#: 5.3 an error inside leaves the scope, too
slim = tf.contrib.slim
try:
    with slim.arg_scope([slim.fully_connected], activation_fn=None):
        raise KeyError(1)
except KeyError:
    print(slim.fully_connected(tf.ones([1, 2]), 2).name)
#> fully_connected/Relu:0
