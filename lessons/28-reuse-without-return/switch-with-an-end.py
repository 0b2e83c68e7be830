import tensorflow as tf

with tf.variable_scope('net'):
    w = tf.get_variable('w', [2])

tf.get_variable_scope().reuse_variables()
with tf.variable_scope('net'):
    print(tf.get_variable('w', [2]) is w)

with tf.variable_scope('fresh'):
    b = tf.get_variable('b', [2])
