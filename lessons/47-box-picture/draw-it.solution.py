import tensorflow as tf

x = tf.constant([1.0, 2.0], name='x')

with tf.variable_scope('first'):
    w1 = tf.get_variable('w', [2])
    h1 = tf.multiply(x, w1, name='h')

with tf.variable_scope('second'):
    w2 = tf.get_variable('w', [2])
    h2 = tf.multiply(h1, w2, name='h')

loss = tf.reduce_sum(h2, name='loss')
