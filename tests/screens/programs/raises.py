import tensorflow as tf

with tf.variable_scope('net'):
    first = tf.get_variable('w', [2])
    print(first.name)
    second = tf.get_variable('w', [2])
