import tensorflow as tf

def layer(x):
    with tf.variable_scope('layer', reuse=tf.AUTO_REUSE):
        w = tf.get_variable('weights', [1])
        return x * w

a = layer(tf.constant([1.0]))
b = layer(tf.constant([2.0]))

# A slip of the pen: weight, not weights.
with tf.variable_scope('layer', reuse=tf.AUTO_REUSE):
    w = tf.get_variable('weight', [1])

# Another slip, with plain True.
with tf.variable_scope('layer', reuse=True):
    w = tf.get_variable('wieghts', [1])
