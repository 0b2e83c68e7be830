import tensorflow as tf

with tf.variable_scope('net'):
    w = tf.get_variable('w', [2])

# At the top, outside of every scope.
tf.get_variable_scope().reuse_variables()

with tf.variable_scope('net'):
    print(tf.get_variable('w', [2]) is w)

# Is there a way back?
with tf.variable_scope('fresh', reuse=False) as fresh:
    print(fresh.reuse)
    b = tf.get_variable('b', [2])
