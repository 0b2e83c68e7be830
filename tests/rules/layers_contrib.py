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

#: [1.2-] 5.5 resnet_utils: blocks of units in scopes of their own; a stride pads by itself what the filter needs
from tensorflow.contrib.slim.python.slim.nets import resnet_utils
from tensorflow.contrib import layers
from tensorflow.contrib.framework import add_arg_scope, arg_scope
@add_arg_scope
def unit(inputs, depth, stride, rate=1, outputs_collections=None, scope=None):
    with tf.variable_scope(scope, 'unit', [inputs]):
        short = resnet_utils.subsample(inputs, stride, 'short')
        return short + resnet_utils.conv2d_same(inputs, depth, 3, stride, rate=rate, scope='conv')
blocks = [resnet_utils.Block('one', unit, [{'depth': 2, 'stride': 1}, {'depth': 2, 'stride': 2}])]
x = tf.ones([1, 5, 5, 2])
with arg_scope(resnet_utils.resnet_arg_scope()):
    with arg_scope([resnet_utils.stack_blocks_dense], outputs_collections='ends'):
        net = resnet_utils.stack_blocks_dense(x, blocks)
for v in tf.global_variables():
    print(v.name, v.shape.as_list())
print(net.op.name, net.shape, tf.get_collection('ends')[0] is net, blocks[0].scope, len(tf.losses.get_regularization_losses()))
print([o.name for o in tf.get_default_graph().get_operations() if o.type in ('Pad', 'MaxPool')] == ['one/unit_2/unit/short/MaxPool', 'one/unit_2/unit/Pad'])
print('around', tf.Session().run('one/unit_2/unit/Pad/paddings:0').tolist())
try:
    resnet_utils.stack_blocks_dense(x, [], output_stride=4)
except ValueError as e:
    print(e)
#> one/unit_1/unit/conv/weights:0 [3, 3, 2, 2]
#> one/unit_1/unit/conv/BatchNorm/beta:0 [2]
#> one/unit_1/unit/conv/BatchNorm/gamma:0 [2]
#> one/unit_1/unit/conv/BatchNorm/moving_mean:0 [2]
#> one/unit_1/unit/conv/BatchNorm/moving_variance:0 [2]
#> one/unit_2/unit/conv/weights:0 [3, 3, 2, 2]
#> one/unit_2/unit/conv/BatchNorm/beta:0 [2]
#> one/unit_2/unit/conv/BatchNorm/gamma:0 [2]
#> one/unit_2/unit/conv/BatchNorm/moving_mean:0 [2]
#> one/unit_2/unit/conv/BatchNorm/moving_variance:0 [2]
#> one/unit_2/unit/add (1, 3, 3, 2) True one 2
#> True
#> around [[0, 0], [1, 1], [1, 1], [0, 0]]
#> The target output_stride cannot be reached.
