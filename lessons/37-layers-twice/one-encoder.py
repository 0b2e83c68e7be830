import tensorflow as tf

left = tf.placeholder(tf.float32, [None, 3])
right = tf.placeholder(tf.float32, [None, 3])

a = tf.layers.dense(left, 2)
b = tf.layers.dense(right, 2)
difference = tf.subtract(a, b, name='difference')
