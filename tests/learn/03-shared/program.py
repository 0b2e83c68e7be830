import tensorflow as tf

with tf.variable_scope('s'):
    v = tf.get_variable('v', [1])
with tf.variable_scope('s', reuse=True):
    w = tf.get_variable('v', [1])
