import tensorflow as tf

x = tf.constant(1, name='x')
y = tf.constant(2, name='x')
