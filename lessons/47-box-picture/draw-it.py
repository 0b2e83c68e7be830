import tensorflow as tf

x = tf.constant([1.0, 2.0], name='x')

w1 = tf.get_variable('w1', [2])
h1 = tf.multiply(x, w1, name='h1')

w2 = tf.get_variable('w2', [2])
h2 = tf.multiply(h1, w2, name='h2')

loss = tf.reduce_sum(h2, name='loss')
