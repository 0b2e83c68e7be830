# tensorflow.contrib.slim.python.slim.nets.resnet_utils. A name slim_resnet_b here is its b (module.def).
import collections

import tensorflow as tf

__name__ = 'tensorflow.contrib.slim.python.slim.nets.resnet_utils'

_layers = tf.contrib.layers
_arg_scope = tf.contrib.framework.arg_scope


class Block(collections.namedtuple('Block', ['scope', 'unit_fn', 'args'])):
    pass


slim_resnet_Block = Block


def slim_resnet_subsample(inputs, factor, scope=None):
    if factor == 1:
        return inputs
    return _layers.max_pool2d(inputs, [1, 1], stride=factor, scope=scope)


def slim_resnet_conv2d_same(inputs, num_outputs, kernel_size, stride, rate=1, scope=None):
    if stride == 1:
        return _layers.conv2d(inputs, num_outputs, kernel_size, stride=1, rate=rate, padding='SAME',
                              scope=scope)
    total = kernel_size + (kernel_size - 1) * (rate - 1) - 1
    before = total // 2
    around = [before, total - before]
    inputs = tf.pad(inputs, [[0, 0], around, around, [0, 0]])
    return _layers.conv2d(inputs, num_outputs, kernel_size, stride=stride, rate=rate, padding='VALID',
                          scope=scope)


@tf.contrib.framework.add_arg_scope
def slim_resnet_stack_blocks_dense(net, blocks, output_stride=None, outputs_collections=None):
    reached, rate = 1, 1
    for block in blocks:
        with tf.variable_scope(block.scope, 'block', [net]) as sc:
            for i, unit in enumerate(block.args):
                if output_stride is not None and reached > output_stride:
                    raise ValueError('The target output_stride cannot be reached.')
                with tf.variable_scope('unit_%d' % (i + 1), values=[net]):
                    if output_stride is not None and reached == output_stride:
                        net = block.unit_fn(net, rate=rate, **dict(unit, stride=1))
                        rate *= unit.get('stride', 1)
                    else:
                        net = block.unit_fn(net, rate=1, **unit)
                        reached *= unit.get('stride', 1)
            net = _layers.utils.collect_named_outputs(outputs_collections, sc.name, net)
    if output_stride is not None and reached != output_stride:
        raise ValueError('The target output_stride cannot be reached.')
    return net


def slim_resnet_resnet_arg_scope(weight_decay=0.0001, batch_norm_decay=0.997,
                                 batch_norm_epsilon=1e-5, batch_norm_scale=True):
    norm = {'decay': batch_norm_decay, 'epsilon': batch_norm_epsilon, 'scale': batch_norm_scale,
            'updates_collections': tf.GraphKeys.UPDATE_OPS}
    with _arg_scope([_layers.conv2d], weights_regularizer=_layers.l2_regularizer(weight_decay),
                    weights_initializer=_layers.variance_scaling_initializer(), activation_fn=tf.nn.relu,
                    normalizer_fn=_layers.batch_norm, normalizer_params=norm):
        with _arg_scope([_layers.batch_norm], **norm):
            with _arg_scope([_layers.max_pool2d], padding='SAME') as scope:
                return scope
