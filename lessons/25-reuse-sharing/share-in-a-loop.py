import tensorflow as tf

x = tf.constant([1.0])
with tf.variable_scope('layer') as scope:
    for i in range(3):
        w = tf.get_variable('w', [1])
        x = x * w
