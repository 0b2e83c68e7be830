import tensorflow as tf

with tf.variable_scope('net'):
    w = tf.get_variable('w', [2])

with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    with tf.variable_scope('net'):
        print(tf.get_variable('w', [2]) is w)

with tf.variable_scope('fresh'):
    b = tf.get_variable('b', [2])
