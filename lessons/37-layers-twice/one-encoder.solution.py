import tensorflow as tf

left = tf.placeholder(tf.float32, [None, 3])
right = tf.placeholder(tf.float32, [None, 3])

a = tf.layers.dense(left, 2, name='encoder')
b = tf.layers.dense(right, 2, name='encoder', reuse=True)
difference = tf.subtract(a, b, name='difference')
