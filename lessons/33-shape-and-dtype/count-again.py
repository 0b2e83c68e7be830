import tensorflow as tf

with tf.variable_scope('model'):
    steps = tf.get_variable('steps', [], dtype=tf.int32)
    w = tf.get_variable('w', [2, 3])

with tf.variable_scope('model', reuse=True):
    steps_again = tf.get_variable('steps', [])
    w_again = tf.get_variable('w', [3, 2])
