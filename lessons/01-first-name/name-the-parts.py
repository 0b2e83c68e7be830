import tensorflow as tf

width = tf.constant(2.0)
height = tf.constant(5.0)
area = tf.multiply(width, height)

with tf.Session() as sess:
    print(sess.run(area))
