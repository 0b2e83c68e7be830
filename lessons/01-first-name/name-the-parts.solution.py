import tensorflow as tf

width = tf.constant(2.0, name="width")
height = tf.constant(5.0, name="height")
area = tf.multiply(width, height, name="area")

with tf.Session() as sess:
    print(sess.run(area))
